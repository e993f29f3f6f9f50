import { silentLog } from '../../platform/telemetry/log.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { tinyDocuments } from '../testing/tiny-documents.ts';
import { createTinyGraph } from '../testing/tiny-graph.ts';
import { prepareRegistered } from './prepare-registered.ts';

async function prepareTexts(texts: readonly string[]) {
  const { supergraph } = createTinyGraph();
  const compiled = new Set<string | undefined>();
  const broken = await prepareRegistered(
    {
      supergraph,
      documents: tinyDocuments(supergraph),
      prepare: createPrepareOperation(supergraph),
      compile: ({ operation }) => compiled.add(operation.name?.value),
    },
    texts,
    silentLog,
  );
  return { broken, compiled: [...compiled] };
}

test('registered operations are compiled before anybody asks, each of a text with several', async () => {
  const several = 'query A { viewerKind } query B { book(id: 1) { title } }';
  const { broken, compiled } = await prepareTexts([several, 'query C { book(id: 1) { stars } }']);
  expect(compiled).toEqual(['A', 'B', 'C']);
  expect(broken).toBe(0);
});

test('those that do not fit the supergraph are counted, and do not keep others from being compiled', async () => {
  const { broken, compiled } = await prepareTexts([
    'query Gone { book(id: 1) { weight } }',
    '{ book(id: 1) { ',
    'query C { viewerKind }',
  ]);
  expect(compiled).toEqual(['C']);
  expect(broken).toBe(2);
});

test('one that only some viewers may run is not broken', async () => {
  const { broken, compiled } = await prepareTexts(['query Secret { secrets }']);
  expect(compiled).toEqual(['Secret']);
  expect(broken).toBe(0);
});
