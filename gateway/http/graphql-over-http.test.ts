import { serverAudits } from 'graphql-http';
import type { UserViewer } from '../../platform/identity/viewer.ts';
import { startTinyGateway, type TinyGateway } from '../testing/tiny-gateway.ts';

let gateway: TinyGateway;
/** Where each request to a subgraph says to come from. */
const origins: (string | undefined)[] = [];
const ADA: UserViewer = {
  kind: 'user',
  userId: 'ada',
  sessionId: 'session',
  roles: [],
  scopes: [],
  expiresAt: 4_000_000_000,
};

beforeAll(async () => {
  gateway = await startTinyGateway({
    origins: ['https://shop.example'],
    viewers: { ada: ADA },
    around: (subgraph) => ({
      ...subgraph,
      execute(request) {
        origins.push(request.clientAddress);
        return subgraph.execute(request);
      },
    }),
  });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const get = (search: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${gateway.url}?${new URLSearchParams(search).toString()}`, { headers });

const NEW_TYPE = { accept: 'application/graphql-response+json' };

describe('the audit of the GraphQL over HTTP working group', () => {
  const audits = serverAudits({ url: () => gateway.url, fetchFn: fetch });

  test('has as many cases as it had when it was last looked at', () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits.map(({ id, name, fn }) => [`${id} ${name}`, fn] as const))(
    '%s',
    async (_name, run) => {
      expect(await run()).toMatchObject({ status: 'ok' });
    },
  );
});

test.each([
  ['PUT', 405, 'GET, POST'],
  ['DELETE', 405, 'GET, POST'],
])('%s is told what is allowed', async (method, status, allow) => {
  const response = await fetch(gateway.url, { method });

  expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
});

test('a mutation by GET is told to be sent with POST, and is not run', async () => {
  gateway.asked.length = 0;
  const response = await get({ query: 'mutation { __typename }' });

  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  expect(gateway.asked).toEqual([]);
});

test.each([
  ['another media type', { 'content-type': 'text/plain' }, '{ "query": "{ __typename }" }', 415],
  ['another encoding', { 'content-type': 'application/json; charset=utf-16' }, '{}', 415],
  ['a list of nothing', {}, '[]', 400],
  ['neither a list nor an object', {}, '7', 400],
  ['more bytes than are read', {}, { query: `{ a }${' '.repeat(10_000)}` }, 413],
  ['an answer nobody can give', { accept: 'image/png' }, { query: '{ __typename }' }, 406],
])('refuses %s', async (_what, headers, body, status) => {
  const response = await post(body, headers);

  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    errors: [{ message: expect.any(String) as string }],
  });
});

test('a subgraph is told where a change comes from, and of a read nothing', async () => {
  origins.length = 0;
  await post({ query: '{ book(id: 1) { title } }' });
  await post(
    { query: 'mutation { rename(id: 1, title: "x") { title } }' },
    { authorization: 'Bearer ada' },
  );

  expect(origins).toEqual([undefined, '127.0.0.1']);
});

test('a list of operations is answered with a list, each with its own outcome', async () => {
  const response = await post([
    { query: '{ book(id: 1) { title } }' },
    { query: '{ nothing }' },
    { query: '{ book(id: 2) { title } }' },
  ]);

  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject([
    { data: { book: { title: 'Dune' } } },
    { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] },
    { data: { book: { title: 'Emma' } } },
  ]);
});

test('a list that is too long is refused with the limit', async () => {
  const response = await post(Array.from({ length: 4 }, () => ({ query: '{ __typename }' })));

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    errors: [
      {
        message: 'the batch has 4 operations; at most 3 are allowed',
        extensions: { code: 'BATCH_TOO_LARGE' },
      },
    ],
  });
});

test('who is not let in is told so by the status, in either media type', async () => {
  const forged = { authorization: 'Bearer forged' };
  const old = await post({ query: '{ __typename }' }, forged);
  const current = await post({ query: '{ __typename }' }, { ...forged, ...NEW_TYPE });

  expect([old.status, current.status]).toEqual([401, 401]);
});

test('a denied root field has a status in the new media type, and 200 in the old', async () => {
  const query = { query: '{ secrets }' };

  expect((await post(query)).status).toBe(200);
  expect((await post(query, NEW_TYPE)).status).toBe(401);
});

test("a partial answer is an answer: 200, and the media type's own name", async () => {
  const response = await post({ query: '{ book(id: 1) { title margin } }' }, NEW_TYPE);

  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(
    'application/graphql-response+json; charset=utf-8',
  );
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  expect(await response.json()).toMatchObject({
    data: { book: { title: 'Dune', margin: null } },
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

describe('what browsers send for other sites', () => {
  const query = { query: '{ __typename }' };

  test.each([
    ['a link, image or script of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://x.example' }, 403],
    ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['an address typed in', { 'sec-fetch-site': 'none' }, 200],
    ['an allowed origin', { 'sec-fetch-site': 'cross-site', origin: 'https://shop.example' }, 200],
    ['a program', {}, 200],
  ])('%s', async (_who, headers, status) => {
    const given = headers as Record<string, string>;

    expect((await get(query, given)).status).toBe(status);
    expect((await post(query, given)).status).toBe(status);
  });

  test('a form cannot post: its media types are refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      expect((await post('query={__typename}', { 'content-type': type })).status).toBe(415);
    }
  });
});
