import { parse, type ExecutionResult } from 'graphql';
import { ANONYMOUS, type Viewer } from '../../platform/identity/viewer.ts';
import type { SubgraphConnection, SubgraphRequest } from '../../platform/subgraph/connection.ts';
import { createConnections } from '../../platform/subgraph/connections.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { createFederation } from '../testing/federation.ts';
import { createCompiledExecutor } from './compiled/compiled-executor.ts';
import { createPrepareOperation } from './prepare-operation.ts';
import { shareReads } from './share-reads.ts';

const ada: Viewer = {
  kind: 'user',
  userId: 'ada',
  sessionId: 's',
  roles: [],
  scopes: [],
  expiresAt: 0,
};
const read = (more: Partial<SubgraphRequest> = {}): SubgraphRequest => ({
  query: 'query ($id: ID!) { book(id: $id) { title } }',
  variables: { id: '1' },
  viewer: ANONYMOUS,
  requestId: 'r',
  ...more,
});

/** A subgraph that answers when it is told to. */
function slowSubgraph() {
  const asked: SubgraphRequest[] = [];
  const answers: PromiseWithResolvers<ExecutionResult>[] = [];
  const source: SubgraphConnection = {
    name: 'books',
    execute(request) {
      const answer = Promise.withResolvers<ExecutionResult>();
      asked.push(request);
      answers.push(answer);
      return answer.promise;
    },
    subscribe: () => Promise.reject(new Error('not here')),
    close: () => Promise.resolve(),
  };
  return { asked, answers, connection: shareReads(() => source)('books'), source };
}

const BOOK = () => ({ data: { book: { title: 'T' } } });

test('a crowd that reads the same asks once, and each has an answer of its own', async () => {
  const { asked, answers, connection } = slowSubgraph();
  const all = Array.from({ length: 100 }, async () => connection.execute(read()));
  expect(asked).toHaveLength(1);
  answers[0]?.resolve(BOOK());
  const results = await Promise.all(all);

  for (const result of results) {
    expect(result).toEqual(BOOK());
    Object.assign(result.data?.['book'] ?? {}, { title: 'changed' });
  }
  expect(new Set(results.map(({ data }) => data)).size).toBe(100);
});

test('without sharing each of them asks', () => {
  const { asked, source } = slowSubgraph();
  for (let time = 0; time < 100; time += 1) void source.execute(read());
  expect(asked).toHaveLength(100);
});

test.each([
  ['variables', { variables: { id: '2' } }],
  ['text', { query: '{ book(id: 1) { title } }' }],
  ['viewer', { viewer: ada }],
  ['forwarded header', { headers: { 'accept-language': 'de' } }],
])('another %s is another read', (_, more) => {
  const { asked, connection } = slowSubgraph();
  void connection.execute(read());
  void connection.execute(read(more));
  expect(asked).toHaveLength(2);
});

test('who comes after the answer asks anew', async () => {
  const { asked, answers, connection } = slowSubgraph();
  const first = connection.execute(read());
  answers[0]?.resolve(BOOK());
  await first;
  void connection.execute(read());
  expect(asked).toHaveLength(2);
});

test('the one who asked first may leave: the others get their answer', async () => {
  const { asked, answers, connection } = slowSubgraph();
  const leaving = new AbortController();
  const first = connection.execute(read({ signal: leaving.signal }));
  const second = connection.execute(read());
  leaving.abort(new Error('gone'));

  await expect(first).rejects.toThrow('gone');
  expect(asked[0]?.signal?.aborted).toBe(false);
  answers[0]?.resolve(BOOK());
  await expect(second).resolves.toEqual(BOOK());
});

test('the fetch ends when all have left, and nobody joins it after that', async () => {
  const { asked, connection } = slowSubgraph();
  const leaving = new AbortController();
  const both = [1, 2].map(() => connection.execute(read({ signal: leaving.signal })));
  leaving.abort(new Error('gone'));

  await Promise.all(both.map((each) => expect(each).rejects.toThrow('gone')));
  expect(asked[0]?.signal?.aborted).toBe(true);
  void connection.execute(read());
  expect(asked).toHaveLength(2);
});

test('a failure reaches all who wait, and the next one asks anew', async () => {
  const { asked, answers, connection } = slowSubgraph();
  const both = [connection.execute(read()), connection.execute(read())];
  answers[0]?.reject(new Error('away'));

  await Promise.all(both.map((each) => expect(each).rejects.toThrow('away')));
  void connection.execute(read());
  expect(asked).toHaveLength(2);
});

test('queries share their fetches, changes and what is read after them do not', async () => {
  const { supergraph, connect, asked } = createFederation({
    shop: {
      sdl: `type Query { count: Int! } type Mutation { add: Item! }
            type Item @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { count: () => Promise.resolve(1) },
        Mutation: { add: () => Promise.resolve({ id: '1' }) },
      },
    },
    names: {
      sdl: `type Item @key(fields: "id") { id: ID! name: String }`,
      resolvers: { Item: { __resolveReference: () => Promise.resolve({ id: '1', name: 'N' }) } },
    },
  });
  const connectForReads = shareReads(createConnections(connect).get);
  const executor = createCompiledExecutor({ connect, connectForReads, log: silentLog });
  const prepare = createPrepareOperation(supergraph);
  const TIMES = 10;
  const runAll = async (query: string) => {
    const operation = await prepare(parse(query), undefined, ANONYMOUS);
    const request = { viewer: ANONYMOUS, variables: {}, requestId: 'r' };
    return Promise.all(Array.from({ length: TIMES }, () => executor.execute(operation, request)));
  };

  for (const { data } of await runAll('{ count }')) expect(data).toEqual({ count: 1 });
  expect(asked).toHaveLength(1);
  await runAll('mutation { add { name } }');
  expect(asked).toHaveLength(1 + 2 * TIMES);
});
