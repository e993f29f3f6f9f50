import { parse } from 'graphql';
import type { Viewer } from '../../platform/identity/viewer.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createCompiledExecutor } from '../execution/compiled/compiled-executor.ts';
import { gatherReads } from '../execution/gather-reads.ts';
import type { PreparedOperation } from '../execution/operation.ts';
import { createPrepareOperation } from '../execution/prepare-operation.ts';
import { readsPublicOnly } from './public-reads.ts';
import { createNewsGraph, newsSupergraph } from './testing/news-graph.ts';
import { createTurns } from '../../platform/resilience/turns.ts';

const reads = (selection: string, supergraph = newsSupergraph) =>
  readsPublicOnly(
    supergraph,
    parse(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Story { ${selection} } } }`,
    ),
  );

test('a fetch is public when every field that it reads is', () => {
  expect(reads('__typename author title')).toBe(true);
  expect(reads('author readBy')).toBe(false);
  expect(reads('... on Story { readBy }')).toBe(false);
  expect(reads('nobodyKnows')).toBe(false);
  expect(reads('... on Nobody { title }')).toBe(false);
});

test('a change is never public, nor is a root field that the schema does not call so', () => {
  expect(readsPublicOnly(newsSupergraph, parse('mutation { shout }'))).toBe(false);
  expect(readsPublicOnly(newsSupergraph, parse('{ hello }'))).toBe(false);
});

test('a rule of access outweighs the directive', () => {
  const rule = { needsSignIn: true, scopeGroups: [], policyGroups: [] };
  const guarded = (coordinate: string) => ({
    ...newsSupergraph,
    accessRules: new Map([[coordinate, rule]]),
  });
  expect(reads('author', guarded('Story.author'))).toBe(false);
  expect(reads('author', guarded('Story'))).toBe(false);
  expect(reads('author', guarded('Story.title'))).toBe(true);
});

const viewer = (userId: string): Viewer => ({
  kind: 'user',
  userId,
  sessionId: userId,
  roles: [],
  scopes: [],
  expiresAt: 0,
});

/** What the subgraphs are asked when the same event comes to three viewers at once. */
async function askedAfterEvents(selection: string) {
  const graph = createNewsGraph();
  const authors = graph.connect('authors');
  const connect = () => authors;
  const executor = createCompiledExecutor({
    connect,
    connectForPublic: gatherReads(connect, createTurns(8)),
    log: silentLog,
  });
  const document = parse(`subscription { inbox { ${selection} } }`);
  const prepare = createPrepareOperation(graph.supergraph);
  const viewers = ['ada', 'ben', 'cem'].map(viewer);
  const operations: PreparedOperation[] = [];
  for (const each of viewers) operations.push(await prepare(document, undefined, each));
  const story = { __typename: 'Story', id: '1', title: 'News' };
  const answers = await Promise.all(
    viewers.map((each, index) => {
      const operation = operations[index];
      if (operation === undefined) throw new Error('expected an operation');
      const request = { viewer: each, variables: {}, requestId: 'r' };
      return executor.executeEvent(operation, request, { data: { inbox: { ...story } } });
    }),
  );
  const askers = graph.asked.map(({ viewer: asker }) =>
    'userId' in asker ? asker.userId : asker.kind,
  );
  return { answers, askers };
}

test('what events of several viewers read of public fields is read once, as nobody', async () => {
  const { answers, askers } = await askedAfterEvents('id author');

  expect(askers).toEqual(['anonymous']);
  for (const answer of answers) {
    expect(answer).toEqual({ data: { inbox: { id: '1', author: 'author of 1' } } });
  }
});

test('what is a viewer’s own is read for each, as that viewer', async () => {
  const { answers, askers } = await askedAfterEvents('id author readBy');

  expect(askers).toEqual(['ada', 'ben', 'cem']);
  expect(answers.map(({ data }) => data?.['inbox'])).toEqual(
    ['ada', 'ben', 'cem'].map((readBy) => ({ id: '1', author: 'author of 1', readBy })),
  );
});
