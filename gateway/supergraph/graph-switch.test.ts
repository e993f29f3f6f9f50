import { silentLog } from '../../platform/telemetry/log.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { tinyDocuments } from '../testing/tiny-documents.ts';
import { createTinyGraph } from '../testing/tiny-graph.ts';
import { createGraphSwitch } from './graph-switch.ts';
import { buildSupergraph } from './build-supergraph.ts';
import type { Supergraph } from './supergraph.ts';
import type { ServedGraph } from './served-graph.ts';

const tiny = createTinyGraph().supergraph;
const second = buildSupergraph(`# second\n${tiny.sdl}`);
const third = buildSupergraph(`# third\n${tiny.sdl}`);

async function switchable({ serve = serveGraph, drainMs = 10_000 } = {}) {
  const stopped: string[] = [];
  const graphs = await createGraphSwitch({
    supergraph: tiny,
    serve: async (supergraph) => {
      const graph = await serve(supergraph);
      const stop = () => Promise.resolve(void stopped.push(supergraph.id));
      return { ...graph, stop };
    },
    drainMs,
    log: silentLog,
  });
  return { graphs, stopped };
}

function serveGraph(supergraph: Supergraph): Promise<ServedGraph> {
  return Promise.resolve({
    supergraph,
    prepare: createPrepareOperation(supergraph),
    documents: tinyDocuments(supergraph),
    stop: () => Promise.resolve(),
  });
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a request under way ends on the graph on which it began, and that graph ends after it', async () => {
  const { graphs, stopped } = await switchable();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const slow = graphs.run(async ({ supergraph }) => {
    await promise;
    return supergraph.id;
  });

  await graphs.swap(second);
  expect(graphs.current().supergraph.id).toBe(second.id);
  expect(await graphs.run(({ supergraph }) => Promise.resolve(supergraph.id))).toBe(second.id);
  await turn();
  expect(stopped).toEqual([]);

  resolve(undefined);
  expect(await slow).toBe(tiny.id);
  await turn();
  expect(stopped).toEqual([tiny.id]);
});

test('a request that never ends does not keep its graph for ever', async () => {
  const { graphs, stopped } = await switchable({ drainMs: 1 });
  void graphs.run(() => new Promise(() => undefined));

  await graphs.swap(second);
  await graphs.stop();
  expect(stopped.toSorted()).toEqual([tiny.id, second.id].toSorted());
});

test('a graph that cannot be served is refused, and the old one goes on', async () => {
  const { graphs } = await switchable({
    serve: (supergraph) =>
      supergraph === second ? Promise.reject(new Error('bad')) : serveGraph(supergraph),
  });
  const seen: string[] = [];
  graphs.onSwap((now) => seen.push(now.supergraph.id));

  await expect(graphs.swap(second)).rejects.toThrow('bad');
  expect(graphs.current().supergraph.id).toBe(tiny.id);
  expect(seen).toEqual([]);

  await graphs.swap(third);
  expect(seen).toEqual([third.id]);
});

test('swaps that overlap happen in their order, and the same graph again changes nothing', async () => {
  const { graphs } = await switchable();
  const seen: string[][] = [];
  graphs.onSwap((now, before) => seen.push([before.supergraph.id, now.supergraph.id]));

  await Promise.all([graphs.swap(second), graphs.swap(third), graphs.swap(third)]);
  expect(seen).toEqual([
    [tiny.id, second.id],
    [second.id, third.id],
  ]);
});
