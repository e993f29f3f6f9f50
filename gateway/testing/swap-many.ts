import type { ChildProcess } from 'node:child_process';
import { subscribe } from 'node:diagnostics_channel';
import { setTimeout as wait } from 'node:timers/promises';
import { closeServer, listen } from '../../platform/http/listen.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createMetrics } from '../../platform/telemetry/metrics.ts';
import { createGateway } from '../create-gateway.ts';
import { withArguments } from '../gateway-arguments.ts';
import { readGatewaySettings } from '../main-settings.ts';
import { buildSupergraph } from '../supergraph/build-supergraph.ts';
import { loadSupergraph, type Supergraph } from '../supergraph/supergraph.ts';
import { createTinyGraph } from './tiny-graph.ts';

// Swaps the supergraph as often as the first argument says, asking between the swaps, and prints the heap's
// bytes after each tenth of the swaps, and how many processes that it started are left then and after its end. With
// `apart` as the second argument each supergraph is read and planned in processes, as the product does it. Run with
// --expose-gc.
const MAX_WAIT_MS = 20_000;
const swaps = Number(process.argv[2]);
const isApart = process.argv[3] === 'apart';
const children: ChildProcess[] = [];
subscribe('child_process', (message) => {
  children.push((message as { process: ChildProcess }).process);
});
const settings = readGatewaySettings(withArguments([], { GATEWAY_STANDALONE: 'true' }));
const tiny = createTinyGraph();
const gateway = await createGateway({
  settings,
  supergraph: tiny.supergraph,
  connections: { get: tiny.connect, close: () => Promise.resolve() },
  verifyToken: undefined,
  checks: {},
  log: silentLog,
  metrics: createMetrics(),
  newId: () => 'id',
  isDraining: () => false,
});
const port = await listen(gateway.server, { host: '127.0.0.1', port: 0, setting: 'port' });

const heap: number[] = [];
for (let swap = 1; swap <= swaps; swap += 1) {
  await gateway.swap(await read(`# ${swap}\n${tiny.supergraph.sdl}`));
  await ask(`{ book(id: 1) { title stars reviews { text } } }`);
  await ask(`query Swap${swap % 5} { book(id: 2) { title } }`);
  if (swap % (swaps / 10) === 0) heap.push(await heapUsed());
}
const serving = await processesLeft(isApart ? 1 : 0);
await gateway.stop();
await closeServer(gateway.server, 0);
const left = await processesLeft(0);
console.log(JSON.stringify({ heap, started: children.length, serving, left }));

async function read(sdl: string): Promise<Supergraph> {
  if (!isApart) return buildSupergraph(sdl);
  return loadSupergraph({ sdl, planner: 'hive', maxPlanMs: 10_000, log: silentLog });
}

/** Once no more than these are left, or after a while all the same. */
async function processesLeft(expected: number): Promise<number> {
  const until = performance.now() + MAX_WAIT_MS;
  while (alive() > expected && performance.now() < until) await wait(20);
  return alive();
}

function alive(): number {
  return children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
    .length;
}

async function ask(query: string): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data?: { book?: object } };
  if (data?.book === undefined) throw new Error(`no answer to ${query}`);
}

/** Twice, with a turn between: what finalizers let go is collected too. */
async function heapUsed(): Promise<number> {
  for (let time = 0; time < 2; time += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    globalThis.gc?.();
  }
  return process.memoryUsage().heapUsed;
}
