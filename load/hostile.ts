import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ATTACKS } from './hostile/attacks.ts';
import { startClients, type Served } from './hostile/clients.ts';
import { RAW_ATTACKS } from './hostile/raw-attacks.ts';

// Good clients beside hostile ones, each kind of attack in its turn. The gateway has to trust one proxy
// (GATEWAY_TRUSTED_PROXIES=1), so that good and hostile clients are not of one address.
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000/graphql' },
    seconds: { type: 'string', default: '5' },
    attackers: { type: 'string', default: '8' },
    // Attacks that have this text in their name.
    only: { type: 'string', default: '' },
  },
});
/** A good client's own share of the machine is what is left of the attackers' work: not ten times less. */
const MAX_SLOWDOWN = 10;
/** Where a quiet answer takes next to nothing, ten times that is nothing either. */
const GOOD_P99_MS = 100;
const GOOD_CLIENTS = 5;
const GOOD_PAUSE_MS = 20;

const milliseconds = Number(values.seconds) * 1000;
const good = JSON.stringify({
  query: 'query Good { products(first: 5) { edges { node { id name stock } } } }',
});
console.log(
  `target: every good request is answered, p99 under ${MAX_SLOWDOWN} times the quiet one or ${GOOD_P99_MS} ms`,
);

await measure(); // warms what a gateway prepares once
const rows: string[] = [];
let isMet = true;
for (const { name } of [...ATTACKS, ...RAW_ATTACKS]) {
  if (name.includes(values.only)) await beside(name);
}
console.log(
  [
    '| attack | good requests | failed | quiet p50 ms | p99 ms | attacked p50 ms | p99 ms | what the attackers got |',
    '| --- | --: | --: | --: | --: | --: | --: | --- |',
    ...rows,
  ].join('\n'),
);
console.log(isMet ? 'the target is met' : 'the target is NOT met');
if (!isMet) process.exitCode = 1;

/** Quiet and beside the attack in turns: whatever else the machine does is in both. */
async function beside(name: string): Promise<void> {
  const quiet = await measure();
  const stop = await attackWith(name);
  const served = await measure();
  const hostile = await stop();
  const quietP99 = percentile(quiet.ms, 0.99);
  rows.push(row(name, served, { hostile, quiet }));
  console.log(rows.at(-1));
  const allowedMs = Math.max(GOOD_P99_MS, MAX_SLOWDOWN * quietP99);
  const failures = failuresOf(served) + failuresOf(quiet);
  isMet &&= failures === 0 && percentile(served.ms, 0.99) <= allowedMs;
}

/** Resolves when the attack is under way, to what ends it. */
async function attackWith(name: string): Promise<() => Promise<Served>> {
  const script = fileURLToPath(new URL('hostile/attacker.ts', import.meta.url));
  const child = fork(script, [values.url, name, values.attackers], { serialization: 'advanced' });
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`the attackers have ended with ${String(code)}`);
  });
  await Promise.race([once(child, 'message'), gone]);
  return async () => {
    const served = once(child, 'message');
    child.send('stop');
    const [report] = (await Promise.race([served, gone])) as [Served];
    gone.catch(() => undefined);
    return report;
  };
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

function row(
  name: string,
  served: Served,
  { hostile, quiet }: { hostile: Served; quiet: Served },
): string {
  const got = Array.from(hostile.outcomes, ([outcome, count]) => `${outcome}: ${count}`);
  const cells = [
    name,
    served.ms.length,
    failuresOf(served),
    ...[quiet, served].flatMap(({ ms }) =>
      [0.5, 0.99].map((part) => percentile(ms, part).toFixed(1)),
    ),
    got.join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function percentile(ms: readonly number[], part: number): number {
  const sorted = ms.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}
