import { createHash } from 'node:crypto';
import type { Viewer } from '../../platform/identity/viewer.ts';
import { startTinyGateway, type TinyGatewayOptions } from '../testing/tiny-gateway.ts';

const user = (userId: string, ...scopes: string[]): Viewer => ({
  kind: 'user',
  userId,
  sessionId: 's',
  roles: [],
  scopes,
  expiresAt: 0,
});
const VIEWERS: Record<string, Viewer> = {
  ada: user('ada'),
  ben: user('ben'),
  grace: user('grace', 'schema:read'),
  keeper: { ...user('kim'), roles: ['KEEPER'] } as Viewer,
  acme: { kind: 'partner', partnerKeyId: 'k1', scopes: [] },
};

const TITLE = 'query Title { book(id: 1) { title } }';
const REVIEWS = '{ book(id: 1) { reviews { text } } }';
const SCHEMA = '{ __schema { queryType { name } } }';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

interface Answer {
  status: number;
  retryAfter: string | null;
  data?: unknown;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

async function gateway(options: TinyGatewayOptions = {}) {
  const tiny = await startTinyGateway({ viewers: VIEWERS, ...options });
  return {
    ...tiny,
    [Symbol.asyncDispose]: () => tiny[Symbol.asyncDispose](),
    async ask(body: string | object, who?: string): Promise<Answer> {
      const response = await fetch(tiny.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(who !== undefined && { authorization: `Bearer ${who}` }),
        },
        body: JSON.stringify(typeof body === 'string' ? { query: body } : body),
      });
      const answer = (await response.json()) as Omit<Answer, 'status' | 'retryAfter'>;
      const retryAfter = response.headers.get('retry-after');
      return { status: response.status, retryAfter, ...answer };
    },
    async refusals(reason: string, enforced = 'true'): Promise<number> {
      const metric = await tiny.metrics.getSingleMetric('gateway_refused_operations_total')?.get();
      const found = metric?.values.find(
        ({ labels }) => labels['reason'] === reason && labels['enforced'] === enforced,
      );
      return found?.value ?? 0;
    },
  };
}

const persistedQuery = (sha256Hash: string) => ({ persistedQuery: { version: 1, sha256Hash } });

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'];

describe('introspection', () => {
  test('is for those with the scope where the schema is not public, and names are not hinted at', async () => {
    await using shop = await gateway({ rules: { isIntrospectionPublic: false } });

    expect(codeOf(await shop.ask(SCHEMA))).toBe('FORBIDDEN');
    expect(codeOf(await shop.ask('{ x: __type(name: "Book") { name } }', 'ada'))).toBe('FORBIDDEN');
    expect((await shop.ask(SCHEMA, 'grace')).errors).toBeUndefined();
    expect((await shop.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });

    const wrong = '{ book(id: 1) { titel } }';
    expect((await shop.ask(wrong)).errors?.[0]?.message).not.toContain('title');
    expect((await shop.ask(wrong, 'grace')).errors?.[0]?.message).toContain('title');
    expect(await shop.refusals('introspection')).toBe(2);
  });

  test('is for everybody where it is public', async () => {
    await using shop = await gateway();

    expect((await shop.ask(SCHEMA)).data).toEqual({ __schema: { queryType: { name: 'Query' } } });
  });
});

describe('size', () => {
  test('over a limit is refused before any subgraph is asked, with the limit', async () => {
    await using shop = await gateway({ limits: { depth: 2 } });
    const answer = await shop.ask(REVIEWS);

    expect(answer.errors).toEqual([
      {
        message: 'the operation has 3 levels of fields; at most 2 are allowed',
        extensions: { code: 'OPERATION_TOO_LARGE', limit: 'depth', allowed: 2, actual: 3 },
      },
    ]);
    expect(shop.asked).toEqual([]);
    expect((await shop.ask(TITLE)).errors).toBeUndefined();
    expect(await shop.refusals('size')).toBe(1);
  });

  test('holds for every operation of a document', async () => {
    await using shop = await gateway({ limits: { rootFields: 1 } });
    const query = `${TITLE} query Other { a: __typename b: __typename }`;

    expect(codeOf(await shop.ask({ query, operationName: 'Title' }))).toBe('OPERATION_TOO_LARGE');
  });

  test('too many tokens are not read to their end', async () => {
    await using shop = await gateway();

    expect(codeOf(await shop.ask(`{ ${'a '.repeat(2_000)} }`))).toBe('GRAPHQL_PARSE_FAILED');
  });
});

describe('cost', () => {
  const maxCost = { anonymous: 5, user: 20, partner: 20, service: 0 };

  test('what may cost too much is refused, by who asks', async () => {
    await using shop = await gateway({ rules: { maxCost } });
    const refused = await shop.ask(REVIEWS);

    expect(refused.errors?.[0]).toMatchObject({
      message: expect.stringContaining('can cost 11; at most 5 are allowed') as string,
      extensions: { code: 'OPERATION_TOO_EXPENSIVE', allowed: 5, actual: 11 },
    });
    expect(shop.asked).toEqual([]);
    expect((await shop.ask(REVIEWS, 'ada')).errors).toBeUndefined();
    expect(await shop.refusals('cost')).toBe(1);
  });

  test('who may read the schema is told what it could cost and did cost', async () => {
    await using shop = await gateway();

    expect((await shop.ask(REVIEWS, 'grace')).extensions).toEqual({
      cost: { estimated: 11, actual: 2 },
    });
    expect((await shop.ask(REVIEWS, 'ada')).extensions).toBeUndefined();
  });

  test('metrics know both', async () => {
    await using shop = await gateway();
    await shop.ask(REVIEWS);
    const text = await shop.metrics.metrics();

    expect(text).toContain('gateway_operation_cost_sum{kind="estimated"} 11');
    expect(text).toContain('gateway_operation_cost_sum{kind="actual"} 2');
  });
});

describe('rates', () => {
  const rates = { address: 3, user: 2, registered: 0, partner: 0 };

  test('a text that is new costs by its length, whatever is wrong with it, and once only', async () => {
    const pointsOf = { ...rates, address: 10 };
    await using shop = await gateway({ rules: { rates: pointsOf } });
    const long = `${TITLE} #${'x'.repeat(6_000)}`;
    expect((await shop.ask(long)).status).toBe(200);
    expect((await shop.ask(long)).status).toBe(200);
    // Seven points for reading it and running it, one more for running it: two are left.
    expect((await shop.ask(`{ nothing } #${'y'.repeat(2_500)}`)).status).toBe(429);
    expect((await shop.ask(TITLE)).status).toBe(200);
  });

  test('so does one whose @skip and @include have new values, which have to be planned', async () => {
    await using shop = await gateway({ rules: { rates: { ...rates, address: 20 } } });
    const query = `query T($on: Boolean!) { book(id: 1) { title stars @include(if: $on) } } #${'x'.repeat(6_000)}`;
    const ask = (on: boolean) => shop.ask({ query, variables: { on } });
    // Seven points each, and one for what has been planned.
    for (const on of [true, false, true]) expect((await ask(on)).status).toBe(200);
    expect((await shop.ask(`${TITLE} #${'y'.repeat(6_000)}`)).status).toBe(429);
    expect((await ask(false)).status).toBe(200);
  });

  test('who has used up a minute is told when to come back; others are not touched', async () => {
    await using shop = await gateway({ rules: { rates } });
    for (const _ of [1, 2]) expect((await shop.ask(TITLE, 'ada')).status).toBe(200);

    const refused = await shop.ask(TITLE, 'ada');
    expect([refused.status, codeOf(refused)]).toEqual([429, 'RATE_LIMITED']);
    const seconds = Number(refused.errors?.[0]?.extensions['retryAfterSeconds']);
    expect(refused.retryAfter).toBe(String(seconds));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(65);

    expect((await shop.ask(TITLE, 'ben')).status).toBe(200);
    expect((await shop.ask(TITLE)).status).toBe(200);
    expect(await shop.refusals('rate')).toBe(1);
  });

  test('an operation that can cost much takes more', async () => {
    await using shop = await gateway({ rules: { rates, costPerPoint: 5 } });

    // 1 and 11 / 5: all three points.
    expect((await shop.ask(REVIEWS)).status).toBe(200);
    expect((await shop.ask(TITLE)).status).toBe(429);
  });

  test('what is no operation at all takes a point, too', async () => {
    await using shop = await gateway({ rules: { rates } });
    for (const query of ['{', '{ no }', '{ never }']) await shop.ask(query);

    expect((await shop.ask('{ nothing }')).status).toBe(429);
  });
});

test('where limits are only reported everything runs, and is counted', async () => {
  await using shop = await gateway({
    limits: { depth: 2 },
    rules: {
      isReportOnly: true,
      maxCost: { anonymous: 1, user: 1, partner: 1, service: 0 },
      rates: { address: 1, user: 1, registered: 1, partner: 1 },
    },
  });
  for (const query of [REVIEWS, '{ a: book(id: 1) { title } b: book(id: 2) { title } }']) {
    expect((await shop.ask(query)).errors).toBeUndefined();
  }

  const counts = await Promise.all(
    ['size', 'cost', 'rate'].map((reason) => shop.refusals(reason, 'false')),
  );
  expect(counts).toEqual([1, 1, 1]);
});

describe('persisted operations', () => {
  const registered = {
    find: (hash: string) => (hash === sha256(TITLE) ? TITLE : undefined),
    has: (text: string) => text === TITLE,
    isForPartner: (key: string, text: string) => key === 'k1' && text === TITLE,
  };

  test('an unknown hash is asked for with its text, and known from then on', async () => {
    await using shop = await gateway();
    const extensions = persistedQuery(sha256(REVIEWS));

    expect(codeOf(await shop.ask({ extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await shop.ask({ query: REVIEWS, extensions })).errors).toBeUndefined();
    expect((await shop.ask({ extensions })).data).toEqual({
      book: { reviews: [{ text: 'good' }] },
    });
  });

  test('a hash is that of its text, and a text that is not valid is not kept', async () => {
    await using shop = await gateway();

    const other = await shop.ask({ query: TITLE, extensions: persistedQuery(sha256(REVIEWS)) });
    expect(codeOf(other)).toBe('BAD_USER_INPUT');
    const extensions = persistedQuery(sha256('{ wrong }'));
    await shop.ask({ query: '{ wrong }', extensions });
    expect(codeOf(await shop.ask({ extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
    const unsupported = { persistedQuery: { version: 2, sha256Hash: 'x' } };
    expect(codeOf(await shop.ask({ extensions: unsupported }))).toBe(
      'PERSISTED_QUERY_NOT_SUPPORTED',
    );
  });

  test('a registered hash is enough', async () => {
    await using shop = await gateway({ registered });

    const { data } = await shop.ask({ query: '', extensions: persistedQuery(sha256(TITLE)) });
    expect(data).toEqual({ book: { title: 'Dune' } });
  });

  test('a partner runs registered operations and nothing else', async () => {
    await using shop = await gateway({ registered });

    expect((await shop.ask(TITLE, 'acme')).data).toEqual({ book: { title: 'Dune' } });
    expect(codeOf(await shop.ask(REVIEWS, 'acme'))).toBe('FORBIDDEN');
    expect(codeOf(await shop.ask(SCHEMA, 'acme'))).toBe('FORBIDDEN');
    expect(await shop.refusals('not_registered')).toBe(2);
  });

  test('the safelist is reported before it is enforced', async () => {
    await using reporting = await gateway({ registered, safelist: 'report' });
    expect((await reporting.ask(REVIEWS, 'ada')).errors).toBeUndefined();
    expect(await reporting.refusals('not_registered', 'false')).toBe(1);

    await using strict = await gateway({ registered, safelist: 'enforce' });
    expect(codeOf(await strict.ask(REVIEWS, 'ada'))).toBe('FORBIDDEN');
    expect((await strict.ask(TITLE, 'ada')).errors).toBeUndefined();
  });
});

test.each([
  [
    'a variable of another type',
    { query: 'query ($id: ID!) { book(id: $id) { title } }', variables: { id: {} } },
  ],
  ['a variable that is missing', { query: 'query ($id: ID!) { book(id: $id) { title } }' }],
])('%s is refused before any subgraph is asked', async (_what, body) => {
  await using shop = await gateway();

  expect(codeOf(await shop.ask(body))).toBe('BAD_USER_INPUT');
  expect(shop.asked).toEqual([]);
});

test('a field with a policy is for those for whom it holds; it is null for others, and the rest arrives', async () => {
  await using shop = await gateway();
  const query = '{ book(id: 1) { title shelf } }';

  expect((await shop.ask(query, 'keeper')).data).toEqual({ book: { title: 'Dune', shelf: 'B7' } });
  const denied = await shop.ask(query, 'ada');
  expect(denied.data).toEqual({ book: { title: 'Dune', shelf: null } });
  expect(denied.errors?.[0]).toMatchObject({
    message: 'Book.shelf needs the policy role:KEEPER',
    extensions: { code: 'FORBIDDEN' },
  });
});

test('one of several operations has to be named', async () => {
  await using shop = await gateway();
  const query = `${TITLE} query Other { __typename }`;

  expect(codeOf(await shop.ask({ query }))).toBe('OPERATION_RESOLUTION_FAILURE');
  expect((await shop.ask({ query, operationName: 'Other' })).data).toEqual({ __typename: 'Query' });
});
