import { fork } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ATTACKS, type Attack } from './hostile/attacks.ts';
import { startClients, type Served } from './hostile/clients.ts';
import { openSlowSockets } from './hostile/slow-sockets.ts';

// Good clients beside hostile ones, each kind of attack in its turn. The gateway has to trust one proxy
// (GATEWAY_TRUSTED_PROXIES=1), so that good and hostile clients are not of one address.
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000/graphql' },
    seconds: { type: 'string', default: '5' },
    attackers: { type: 'string', default: '8' },
  },
});
/** A good client's own share of the machine is what is left of the attackers' work: not ten times less. */
const MAX_SLOWDOWN = 10;
/** Where a quiet answer takes next to nothing, ten times that is nothing either. */
const GOOD_P99_MS = 100;
const GOOD_CLIENTS = 5;
const GOOD_PAUSE_MS = 20;
const SLOW_SOCKETS = 500;

const milliseconds = Number(values.seconds) * 1000;
const good = JSON.stringify({
  query: 'query Good { products(first: 5) { edges { node { id name stock } } } }',
});
console.log(
  `target: every good request is answered, p99 under ${MAX_SLOWDOWN} times the quiet one or ${GOOD_P99_MS} ms`,
);

await measure(); // warms what a gateway prepares once
const quiet = await measure();
const rows = [row('nobody', quiet, undefined)];
let isMet = failuresOf(quiet) === 0;
for (const attack of ATTACKS) await beside(attack.name, () => attackWith(attack));
await beside('slow sockets', () => {
  const close = openSlowSockets(new URL(values.url), SLOW_SOCKETS);
  return () => {
    close();
    return Promise.resolve(undefined);
  };
});
console.log(
  [
    '| attack | good requests | failed | p50 ms | p99 ms | hostile requests | what they got |',
    '| --- | --: | --: | --: | --: | --: | --- |',
    ...rows,
  ].join('\n'),
);
console.log(isMet ? 'the target is met' : 'the target is NOT met');
if (!isMet) process.exitCode = 1;

async function beside(name: string, start: () => () => Promise<Served | undefined>): Promise<void> {
  const stop = start();
  const served = await measure();
  const hostile = await stop();
  rows.push(row(name, served, hostile));
  const allowedMs = Math.max(GOOD_P99_MS, MAX_SLOWDOWN * percentile(quiet.ms, 0.99));
  isMet &&= failuresOf(served) === 0 && percentile(served.ms, 0.99) <= allowedMs;
}

function attackWith({ name }: Attack): () => Promise<Served> {
  const script = fileURLToPath(new URL('hostile/attacker.ts', import.meta.url));
  const child = fork(script, [values.url, name, values.attackers], { serialization: 'advanced' });
  return () =>
    new Promise((resolve, reject) => {
      child.once('message', (served) => resolve(served as Served));
      child.once('exit', (code) => reject(new Error(`the attackers have ended with ${code}`)));
      child.send('stop');
    });
}

async function measure(): Promise<Served> {
  const stop = startClients({
    url: values.url,
    clients: GOOD_CLIENTS,
    pauseMs: GOOD_PAUSE_MS,
    body: () => good,
    // So many that none of them comes near its rate.
    addressOf: () => `10.1.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
    expects: '"stock":',
  });
  await wait(milliseconds);
  return stop();
}

function failuresOf({ outcomes }: Served): number {
  const all = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  return all - (outcomes.get('200') ?? 0);
}

function row(name: string, served: Served, hostile: Served | undefined): string {
  const got = [...(hostile?.outcomes ?? [])].map(([outcome, count]) => `${outcome}: ${count}`);
  const cells = [
    name,
    served.ms.length,
    failuresOf(served),
    percentile(served.ms, 0.5).toFixed(1),
    percentile(served.ms, 0.99).toFixed(1),
    hostile?.ms.length ?? '',
    got.join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function percentile(ms: readonly number[], part: number): number {
  const sorted = ms.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}
