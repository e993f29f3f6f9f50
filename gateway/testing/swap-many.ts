import { closeServer, listen } from '../../platform/http/listen.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createMetrics } from '../../platform/telemetry/metrics.ts';
import { createGateway } from '../create-gateway.ts';
import { withArguments } from '../gateway-arguments.ts';
import { readGatewaySettings } from '../main-settings.ts';
import { buildSupergraph } from '../supergraph/build-supergraph.ts';
import { createTinyGraph } from './tiny-graph.ts';

// Swaps the supergraph as often as the first argument says, asking between the swaps, and prints the heap's
// bytes after each tenth of the swaps. Run with --expose-gc.
const swaps = Number(process.argv[2]);
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
  await gateway.swap(buildSupergraph(`# ${swap}\n${tiny.supergraph.sdl}`));
  await ask(`{ book(id: 1) { title stars reviews { text } } }`);
  await ask(`query Swap${swap % 5} { book(id: 2) { title } }`);
  if (swap % (swaps / 10) === 0) heap.push(await heapUsed());
}
await gateway.stop();
await closeServer(gateway.server, 0);
console.log(JSON.stringify(heap));

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
