import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import { signUp, signUpAdmin } from './testing/people.ts';
import { eventually } from './testing/shop.ts';

const METRICS_TOKEN = 'a token of the test';
const readMetrics = (token: string) =>
  fetch(`${graph.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });

let graph: TestGraph;

beforeAll(async () => {
  graph = await startTestGraph({
    PLAZA_ENV: 'production',
    METRICS_TOKEN,
    GATEWAY_MAX_DEPTH: '18',
    GATEWAY_MAX_COST_ANONYMOUS: '500',
    GATEWAY_RATE_USER: '8',
    GATEWAY_RATE_PARTNER: '3',
  });
}, 90_000);
afterAll(() => graph[Symbol.asyncDispose](), 60_000);

const persisted = JSON.parse(
  readFileSync('schema/operations/generated/persisted-documents.json', 'utf8'),
) as Record<string, string>;
const CATEGORIES = Object.values(persisted).find((text) => text.startsWith('query Categories'))!;
const PRODUCTS = `query ($first: Int) { products(first: $first) { edges { node { id } } } }`;
const DEEP = `{ products { edges { node ${'{ id '.repeat(20)} ${'} '.repeat(20)} } } }`;

const codes = (answer: { errors?: readonly { extensions: Record<string, unknown> }[] }) =>
  answer.errors?.map(({ extensions }) => extensions['code']);

async function refusedFor(reason: string): Promise<number> {
  const metrics = await (await readMetrics(METRICS_TOKEN)).text();
  const [, count = '0'] =
    new RegExp(`refused_operations_total\\{reason="${reason}",enforced="true"\\} (\\d+)`).exec(
      metrics,
    ) ?? [];
  return Number(count);
}

async function overSocket(query: string, variables = {}): Promise<unknown> {
  const client = createClient({
    url: `${graph.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  try {
    for await (const answer of client.iterate({ query, variables })) return answer;
    return undefined;
  } catch (errors) {
    return { errors };
  } finally {
    await client.dispose();
  }
}

test('a limit of size holds over HTTP and over a socket', async () => {
  const overHttp = await graph.client().ask(DEEP);

  expect(overHttp.errors?.[0]).toMatchObject({
    message: expect.stringContaining('levels of fields; at most 18 are allowed') as string,
    extensions: { code: 'OPERATION_TOO_LARGE', limit: 'depth' },
  });
  expect(await overSocket(DEEP)).toMatchObject({
    errors: [{ extensions: { code: 'OPERATION_TOO_LARGE', limit: 'depth' } }],
  });
});

test('in production the schema is for administrators, over HTTP and over a socket', async () => {
  const query = '{ __schema { queryType { name } } }';
  const admin = await signUpAdmin(graph);

  expect(codes(await graph.client().ask(query))).toEqual(['FORBIDDEN']);
  expect(await overSocket(query)).toMatchObject({
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });
  expect(await admin.client.get(query)).toEqual({ __schema: { queryType: { name: 'Query' } } });
});

test('a list costs as many as it is asked for, by the schema', async () => {
  expect(codes(await graph.client().ask(PRODUCTS, { first: 100 }))).toBeUndefined();
  const wide =
    '{ a: products(first: 100) { edges { node { id } } } b: products(first: 100) { edges { node { id } } } c: products(first: 100) { edges { node { id } } } }';

  expect(codes(await graph.client().ask(wide))).toEqual(['OPERATION_TOO_EXPENSIVE']);
  expect(await overSocket(wide)).toMatchObject({
    errors: [{ extensions: { code: 'OPERATION_TOO_EXPENSIVE', allowed: 500, actual: 603 } }],
  });
});

test('an administrator is told the cost of an operation', async () => {
  const admin = await signUpAdmin(graph);
  const response = await fetch(`${graph.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: await bearerOf(admin.email) },
    body: JSON.stringify({ query: PRODUCTS, variables: { first: 10 } }),
  });

  expect(await response.json()).toMatchObject({
    extensions: { cost: { estimated: 21, actual: 1 } },
  });
});

test('a user has a rate for operations of their own; registered ones count apart', async () => {
  const ada = await signUp(graph);
  const outcomes: unknown[] = [];
  for (let times = 0; times < 9; times += 1) {
    outcomes.push(codes(await ada.client.ask('{ me { id } }')));
  }

  expect(outcomes.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => undefined));
  expect(outcomes[8]).toEqual(['RATE_LIMITED']);
  expect(codes(await ada.client.ask(CATEGORIES))).toBeUndefined();
  expect(codes(await graph.client().ask('{ me { id } }'))).toBeUndefined();
});

test('who floods with large bodies is refused before they are parsed, and others are served', async () => {
  const [ada, ben] = [await signUp(graph), await signUp(graph)];
  const before = await refusedFor('variables');
  const huge = { first: '9'.repeat(100_000) };

  expect(codes(await ada.client.ask(PRODUCTS, huge))).toEqual(['BAD_USER_INPUT']);
  for (let times = 0; times < 20; times += 1) {
    expect(codes(await ada.client.ask(PRODUCTS, huge))).toEqual(['RATE_LIMITED']);
    expect(codes(await graph.client().ask(PRODUCTS, { first: 1 }))).toBeUndefined();
  }
  expect(codes(await ben.client.ask(PRODUCTS, { first: 1 }))).toBeUndefined();
  expect((await refusedFor('variables')) - before).toBe(1);
});

test('a key of a partner runs what is registered, at its own rate', async () => {
  const admin = await signUpAdmin(graph);
  const { createPartnerKey } = await admin.client.get<{ createPartnerKey: { key: string } }>(
    'mutation { createPartnerKey(input: { name: "Acme", scopes: ["catalog:read"] }) { key } }',
  );
  const ask = async (body: object) => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': createPartnerKey.key },
      body: JSON.stringify(body),
    });
    return { status: response.status, ...((await response.json()) as { errors?: never }) };
  };
  const sha256Hash = createHash('sha256').update(CATEGORIES).digest('hex');
  const named = { extensions: { persistedQuery: { version: 1, sha256Hash } } };

  expect(codes(await ask({ query: '{ categories { slug } }' }))).toEqual(['FORBIDDEN']);
  for (let times = 0; times < 3; times += 1) expect(codes(await ask(named))).toBeUndefined();
  expect(await ask(named)).toMatchObject({
    status: 429,
    errors: [{ extensions: { code: 'RATE_LIMITED' } }],
  });
});

test('an operation that is registered for a key is known soon, to that key alone, at the rate of the key', async () => {
  const admin = await signUpAdmin(graph);
  const createKey = async () => {
    const { createPartnerKey } = await admin.client.get<{
      createPartnerKey: { key: string; partnerKey: { id: string } };
    }>(
      'mutation { createPartnerKey(input: { name: "Acme", scopes: [], pointsPerMinute: 1000 }) { key partnerKey { id } } }',
    );
    return createPartnerKey;
  };
  const [mine, other] = [await createKey(), await createKey()];
  const text = 'query Slugs { categories { slug } }';
  await admin.client.get(
    'mutation ($input: RegisterOperationsInput!) { registerOperations(input: $input) { hash } }',
    { input: { texts: [text], partnerKeyId: mine.partnerKey.id } },
  );
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  const ask = async (key: string) => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': key },
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    });
    return (await response.json()) as { errors?: never };
  };

  await eventually(
    () => ask(mine.key),
    (answer) => answer.errors === undefined,
  );
  expect(codes(await ask(other.key))).toEqual(['FORBIDDEN']);
  const metrics = await (await readMetrics(METRICS_TOKEN)).text();
  expect(metrics).toContain(
    `gateway_partner_operations_total{partner_key="${mine.partnerKey.id}",operation="Slugs"} 1`,
  );
}, 60_000);

test('in production metrics are for those who hold their token', async () => {
  expect((await fetch(`${graph.url}/metrics`)).status).toBe(401);
  expect((await readMetrics('another')).status).toBe(401);
});

test('what was refused is counted by its reason', async () => {
  const metrics = await (await readMetrics(METRICS_TOKEN)).text();

  expect(metrics).toMatch(/gateway_documents_total\{outcome="hit"\} [1-9]/);
  expect(metrics).toMatch(/gateway_plans_total\{outcome="hit"\} [1-9]/);
  for (const reason of ['size', 'cost', 'rate', 'input', 'not_registered']) {
    expect(metrics).toMatch(
      new RegExp(`gateway_refused_operations_total\\{reason="${reason}",enforced="true"\\} [1-9]`),
    );
  }
});

test('answers carry the headers that keep a browser from being used against its user', async () => {
  const response = await fetch(`${graph.url}/health`);

  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(response.headers.get('x-frame-options')).toBe('DENY');
});

async function bearerOf(email: string): Promise<string> {
  const { login } = await graph.client().get<{ login: { accessToken: string } }>(
    `mutation ($email: String!, $password: String!) {
      login(input: { email: $email, password: $password }) { ... on Session { accessToken } }
    }`,
    { email, password: 'correct horse battery' },
  );
  return `Bearer ${login.accessToken}`;
}
