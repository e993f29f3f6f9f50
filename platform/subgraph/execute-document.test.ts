import { buildSchema, GraphQLError, parse, type GraphQLObjectType } from 'graphql';
import { AppError } from '../errors.ts';
import { createCompileBudget } from './compile-budget.ts';
import { createExecuteDocument } from './execute-document.ts';

/** The first run is interpreted, all others are compiled. */
const fromSecondRun = () => {
  let now = 0;
  return createCompileBudget({ afterMs: 1, maxShare: 1, now: () => (now += 1) });
};

const sdl = `
  type Query { thing(n: Int = 3, level: Level): Thing list: [Int!] sure: Int! }
  type Mutation { add(n: Int!): Int! }
  enum Level { LOW HIGH }
  type Thing { own: Int waited: Int called(n: Int): Int inner: Thing fails: Int refused: Int bad: Int n: Int level: Level }
`;

const thing = (given: object) => ({
  own: 1,
  waited: Promise.resolve(2),
  called: ({ n }: { n: number }) => Promise.resolve(n),
  inner: Promise.resolve({ own: 4, inner: () => ({ own: 5 }) }),
  bad: 'not a number',
  ...given,
});

function graph() {
  const schema = buildSchema(sdl);
  const log: number[] = [];
  const set = (type: string, name: string, resolve: unknown) => {
    const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
    if (field !== undefined) field.resolve = resolve as never;
  };
  set('Query', 'thing', (_: unknown, given: object) => thing(given));
  set('Query', 'list', () => [1, null]);
  set('Query', 'sure', () => Promise.reject(new Error('private')));
  set('Thing', 'fails', () => {
    throw new Error('private');
  });
  set('Thing', 'refused', () => {
    throw new AppError('NOT_FOUND', 'no such thing');
  });
  set('Mutation', 'add', async (_: unknown, { n }: { n: number }) => {
    log.push(n);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(n);
    return n;
  });
  return { run: createExecuteDocument(schema, fromSecondRun()), log };
}

const TIMES = 5;

/** What the same document answers while it is interpreted, and when it is compiled. */
async function answers(query: string, variables: Record<string, unknown> = {}) {
  const { run, log } = graph();
  const document = parse(query);
  const seen: unknown[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const result = await run({ document, operationName: undefined, variables, context: {} });
    expect(result.errors?.every((error) => error instanceof GraphQLError) ?? true).toBe(true);
    seen.push({
      data: JSON.parse(JSON.stringify(result.data ?? null)),
      errors: result.errors?.map(({ message, path, originalError }) => ({
        message,
        path,
        isApp: originalError instanceof AppError,
      })),
    });
  }
  return { seen, log };
}

test.each([
  [
    'values, promises and functions',
    '{ thing { own waited called(n: 7) inner { own inner { own } } } }',
  ],
  ['defaults', '{ thing { n level } }'],
  ['errors', '{ thing { own fails refused } }'],
  ['a leaf of another type', '{ thing { own bad } }'],
  ['a null in a list', '{ list }'],
  ['a null that reaches the root', '{ thing { own } sure }'],
  [
    'fragments',
    '{ thing { ...T ... on Thing { b: own } } } fragment T on Thing { a: own __typename }',
  ],
])('%s are the same once compiled', async (_, query) => {
  const { seen } = await answers(query);

  for (const answer of seen) expect(answer).toEqual(seen[0]);
});

test.each([
  [{ n: 4, level: 'HIGH', yes: true }],
  [{ n: null, yes: false }],
  [{ yes: true }],
  [{ n: 'four', yes: true }],
  [{ level: 'NONE', yes: true }],
])('variables %j have the same effect once compiled', async (variables) => {
  const query = `query ($n: Int, $level: Level = LOW, $yes: Boolean!) {
    thing(n: $n, level: $level) { n level own @include(if: $yes) waited @skip(if: $yes) }
  }`;
  const { seen } = await answers(query, variables);
  const outcomes = seen.map((answer) => {
    const { data, errors } = answer as { data: unknown; errors?: unknown[] };
    return { data, isFailed: errors !== undefined };
  });

  for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
});

test('mutations stay in order once compiled', async () => {
  const { log } = await answers('mutation { a: add(n: 1) b: add(n: 2) }');

  expect(log).toEqual(Array.from({ length: TIMES }, () => [1, 1, 2, 2]).flat());
});

test('each event of a subscription is answered from itself, once compiled too', async () => {
  const schema = buildSchema(`
    type Query { sure: Int! }
    type Subscription { told(from: Int = 1): Told! }
    type Told { n: Int! from: Int! }
  `);
  const { told } = schema.getSubscriptionType()?.getFields() ?? {};
  if (told !== undefined) told.resolve = (n: number, { from }: { from: number }) => ({ n, from });
  const run = createExecuteDocument(schema, fromSecondRun());
  const document = parse('subscription ($from: Int) { told(from: $from) { n from } }');
  const seen = [];
  for (const root of [1, 2, 3, 4]) {
    const { data } = await run({
      document,
      operationName: undefined,
      variables: { from: 7 },
      context: {},
      root,
    });
    seen.push(JSON.parse(JSON.stringify(data)) as unknown);
  }

  expect(seen).toEqual([1, 2, 3, 4].map((n) => ({ told: { n, from: 7 } })));
});
