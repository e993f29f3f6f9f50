import { parse } from 'graphql';
import { pino } from 'pino';
import { ANONYMOUS, type Viewer } from '../../../platform/identity/viewer.ts';
import { silentLog } from '../../../platform/telemetry/log.ts';
import { createTinyGraph } from '../../testing/tiny-graph.ts';
import { createSubscribe } from '../../testing/subscribe.ts';
import { decideConditions } from '../../supergraph/planner/conditions.ts';
import { createPrepareOperation, type PrepareOperation } from '../prepare-operation.ts';
import type { FieldCost } from '../executor.ts';
import { createCompiledExecutor } from './compiled-executor.ts';

const withScopes = (...scopes: string[]): Viewer => ({
  kind: 'user',
  userId: 'ada',
  sessionId: 's',
  roles: [],
  scopes,
  expiresAt: 0,
});

const request = (viewer: Viewer, variables = {}) => ({ viewer, variables, requestId: 'r' });

function gateway() {
  const graph = createTinyGraph();
  const prepare = createPrepareOperation(graph.supergraph);
  const executor = createCompiledExecutor({ connect: graph.connect, log: silentLog });
  const subscribe = createSubscribe({ executor, connect: graph.connect });
  return {
    ...graph,
    run: async (query: string, viewer: Viewer = ANONYMOUS, variables = {}) => {
      const operation = await prepare(parse(query), undefined, viewer);
      const result = await executor.execute(operation, request(viewer, variables));
      return JSON.parse(JSON.stringify(result)) as {
        data: unknown;
        errors?: { message: string; path?: unknown; extensions: { code: string } }[];
      };
    },
    subscribe: async (query: string, variables: Record<string, unknown>) =>
      subscribe(
        await prepare(decideConditions(parse(query), variables), undefined, ANONYMOUS),
        request(ANONYMOUS, variables),
      ),
  };
}

/** How many writers are made of texts meanwhile; subgraphs of this process make functions of their own. */
async function countGenerated(during: () => Promise<void>): Promise<number> {
  const { Function: original } = globalThis;
  let made = 0;
  globalThis.Function = new Proxy(original, {
    construct(target, parts: unknown[], newTarget) {
      if (String(parts.at(-1)).includes('(value, counted)')) made += 1;
      return Reflect.construct(target, parts, newTarget) as object;
    },
  });
  try {
    await during();
  } finally {
    globalThis.Function = original;
  }
  return made;
}

test('an answer that nobody waits for any more has no errors, and nothing is logged', async () => {
  const { supergraph, connect } = createTinyGraph();
  const lines: unknown[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const leaving = new AbortController();
  const executor = createCompiledExecutor({
    log,
    connect: (name) => ({
      ...connect(name),
      execute: () => {
        leaving.abort();
        return Promise.reject(new Error('the caller left'));
      },
    }),
  });
  const operation = await createPrepareOperation(supergraph)(
    parse('{ book(id: 1) { title } viewerKind }'),
    undefined,
    ANONYMOUS,
  );

  const asked = { ...request(ANONYMOUS), signal: leaving.signal };
  expect(await executor.execute(operation, asked)).toEqual({ data: null });
  expect(lines).toEqual([]);
});

test('the code that is generated for the 200th answer writes what closures wrote before', async () => {
  const { supergraph, connect } = createTinyGraph();
  const executor = createCompiledExecutor({ connect, log: silentLog });
  const query = '{ book(id: 1) { __typename title stars reviews { text } } viewerKind }';
  const operation = await createPrepareOperation(supergraph)(parse(query), undefined, ANONYMOUS);
  const costs: FieldCost[] = [
    {
      responseName: 'book',
      weight: 3,
      argumentWeight: 1,
      children: [{ responseName: 'reviews', weight: 2, argumentWeight: 0, children: [] }],
    },
  ];
  const written: unknown[] = [];
  const write = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      written.push(await executor.write(operation, request(ANONYMOUS), costs));
    }
  };

  expect(await countGenerated(() => write(199))).toBe(0);
  expect(await countGenerated(() => write(2))).toBeGreaterThan(3);
  const { data } = await executor.execute(operation, request(ANONYMOUS));
  expect(written).toHaveLength(201);
  expect(written.at(-1)).toEqual({ dataText: JSON.stringify(data), cost: expect.any(Number) });
  expect(new Set(written.map((each) => JSON.stringify(each))).size).toBe(1);
});

test('fetches that operations of one supergraph have in common are one document', async () => {
  const { supergraph, connect } = createTinyGraph();
  const documents = new Map<string, Set<unknown>>();
  const executor = createCompiledExecutor({
    connect: (name) => {
      const connection = connect(name);
      return {
        ...connection,
        execute(asked) {
          const known = documents.get(asked.query) ?? new Set();
          documents.set(asked.query, known.add(asked.document));
          return connection.execute(asked);
        },
      };
    },
    log: silentLog,
  });
  const runOn = async (prepare: PrepareOperation) => {
    for (const name of ['One', 'Two', 'Three']) {
      const document = parse(`query ${name} { book(id: 1) { title stars } }`);
      await executor.execute(await prepare(document, undefined, ANONYMOUS), request(ANONYMOUS));
    }
  };

  await runOn(createPrepareOperation(supergraph));
  expect([...documents.values()].map(({ size }) => size)).toEqual([1, 1]);
  await runOn(createPrepareOperation({ ...supergraph }));
  expect([...documents.values()].map(({ size }) => size)).toEqual([2, 2]);
});

test('joins what two subgraphs know of an entity', async () => {
  const { run } = gateway();

  expect(await run('{ book(id: 1) { title stars reviews { text } } }')).toEqual({
    data: { book: { title: 'Dune', stars: 4, reviews: [{ text: 'good' }] } },
  });
});

test('the rest of the answer arrives when a subgraph does not', async () => {
  const { run, cut } = gateway();
  cut('reviews');

  const { data, errors } = await run('{ book(id: 1) { title stars } }');

  expect(data).toEqual({ book: { title: 'Dune', stars: null } });
  expect(errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
});

test('the viewer reaches every subgraph', async () => {
  const { run } = gateway();

  expect(await run('{ viewerKind }')).toEqual({ data: { viewerKind: 'anonymous' } });
  expect(await run('{ viewerKind }', withScopes())).toEqual({ data: { viewerKind: 'user' } });
});

describe('access', () => {
  test('a denied root field refuses the operation, before any subgraph is asked', async () => {
    const { run, asked } = gateway();

    await expect(run('{ secrets }')).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
    await expect(run('{ secrets }', withScopes('other'))).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
    await expect(run('mutation { rename(id: 1, title: "x") { id } }')).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
    expect(asked).toEqual([]);
  });

  test('a denied field is null with an error, is not fetched, and the rest arrives', async () => {
    const { run } = gateway();

    const { data, errors } = await run('{ book(id: 1) { title margin } }');

    expect(data).toEqual({ book: { title: 'Dune', margin: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('a denied field that may not be null takes its parent with it', async () => {
    const { run } = gateway();

    const { data } = await run('{ book(id: 1) { title reviews { text author } } }');

    expect(data).toEqual({ book: null });
  });

  test('the same operation answers each viewer by their own scopes', async () => {
    const { run } = gateway();
    const query = 'query { book(id: 1) { ...Money } } fragment Money on Book { margin }';

    expect((await run(query)).data).toEqual({ book: { margin: null } });
    expect((await run(query, withScopes('books:margin'))).data).toEqual({ book: { margin: 40 } });
    expect((await run(query, withScopes('books:read'))).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });
});

describe('subscriptions', () => {
  test('every event is completed from the other subgraphs, under the names that the client chose', async () => {
    const { subscribe } = gateway();
    const events = await subscribe(
      'subscription ($id: ID!, $all: Boolean!) { now: bookChanged(id: $id) { title score: stars reviews @include(if: $all) { text } } }',
      { id: '2', all: false },
    );

    const seen: unknown[] = [];
    for await (const { data } of events as AsyncIterable<{ data: unknown }>) {
      seen.push(JSON.parse(JSON.stringify(data)));
    }
    expect(seen).toEqual([
      { now: { title: 'draft', score: 5 } },
      { now: { title: 'final', score: 5 } },
    ]);
  });
});
