import { print } from 'graphql';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { tinyDocuments } from '../testing/tiny-documents.ts';
import { createTinyGraph } from '../testing/tiny-graph.ts';
import { prepareRegistered } from './prepare-registered.ts';

async function prepareTexts(texts: readonly string[]) {
  const { supergraph } = createTinyGraph();
  const compiled = new Set<string | undefined>();
  const shapes = new Set<string>();
  const broken = await prepareRegistered(
    {
      supergraph,
      documents: tinyDocuments(supergraph),
      prepare: createPrepareOperation(supergraph),
      compile({ operation }) {
        compiled.add(operation.name?.value);
        shapes.add(print(operation.selectionSet).replaceAll(/\s+/g, ' '));
      },
    },
    texts,
    silentLog,
  );
  return { broken, compiled: [...compiled], shapes: [...shapes] };
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

test('one with conditions is compiled for each of their values, up to four', async () => {
  const one = 'query One($on: Boolean!) { book(id: 1) { title stars @include(if: $on) } }';
  expect((await prepareTexts([one])).shapes).toEqual([
    '{ book(id: 1) { title } }',
    '{ book(id: 1) { title stars } }',
  ]);

  const three = `query Three($a: Boolean!, $b: Boolean!, $c: Boolean!) {
    viewerKind a: viewerKind @include(if: $a) b: viewerKind @include(if: $b) c: viewerKind @skip(if: $c)
  }`;
  expect((await prepareTexts([three])).shapes).toEqual([
    '{ viewerKind c: viewerKind }',
    '{ viewerKind a: viewerKind c: viewerKind }',
    '{ viewerKind b: viewerKind c: viewerKind }',
    '{ viewerKind a: viewerKind b: viewerKind c: viewerKind }',
  ]);
});

test('one that only some viewers may run is not broken', async () => {
  const { broken, compiled } = await prepareTexts(['query Secret { secrets }']);
  expect(compiled).toEqual(['Secret']);
  expect(broken).toBe(0);
});
