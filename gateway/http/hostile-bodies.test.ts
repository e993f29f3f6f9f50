import { Agent, request as send, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { Viewer } from '../../platform/identity/viewer.ts';
import { startTinyGateway, type TinyGateway } from '../testing/tiny-gateway.ts';

const ADA = { kind: 'user', userId: 'ada', sessionId: 's', roles: [], scopes: [], expiresAt: 0 };
/** Points a minute of an address: a body of 50 KB takes five. */
const POINTS = 20;
const QUERY = 'query ($id: ID!) { book(id: $id) { title } }';
const SMALL = JSON.stringify({ query: QUERY, variables: { id: 1 } });
const MALFORMED = '{"query": "{ book(';

let gateway: TinyGateway;
beforeEach(async () => {
  gateway = await startTinyGateway({
    rules: { rates: { address: POINTS, user: POINTS, registered: 0, partner: 0 } },
    maxBodyBytes: 1_000_000,
    trustedProxies: 1,
    viewers: { ada: ADA as unknown as Viewer },
  });
});
afterEach(() => gateway[Symbol.asyncDispose]());

/** Variables that are no `ID`, 50 KB of them. */
const LARGE = `{"query": ${JSON.stringify(QUERY)}, "variables": {"id": ${'['.repeat(25_000)}${']'.repeat(25_000)}}}`;

async function post(body: string, address: string, headers: Record<string, string> = {}) {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      'x-forwarded-for': address,
      ...headers,
    },
    body,
  });
  const { errors } = (await response.json()) as { errors?: { message: string }[] };
  return {
    status: response.status,
    retryAfter: Number(response.headers.get('retry-after')),
    message: errors?.[0]?.message,
  };
}

/** How many texts of JSON longer than 40 KB were parsed meanwhile. */
async function parsedDuring(work: () => Promise<void>): Promise<number> {
  const parse = JSON.parse;
  let parsed = 0;
  JSON.parse = (...given: Parameters<typeof parse>) => {
    if (given[0].length > 40_000) parsed += 1;
    return parse(...given) as unknown;
  };
  try {
    await work();
  } finally {
    JSON.parse = parse;
  }
  return parsed;
}

test('a flood of large bodies is refused without being parsed, and another address is served', async () => {
  const statuses: number[] = [];
  const waits: number[] = [];
  const parsed = await parsedDuring(async () => {
    for (let times = 0; times < 30; times += 1) {
      const answer = await post(LARGE, '10.0.0.1');
      statuses.push(answer.status);
      waits.push(answer.retryAfter);
      expect((await post(SMALL, `10.0.1.${times}`)).status).toBe(200);
    }
  });

  // Five points for each body, and one as it was refused.
  expect(parsed).toBe(3);
  expect(statuses.slice(0, 3)).toEqual([400, 400, 400]);
  expect(new Set(statuses.slice(3))).toEqual(new Set([429]));
  expect(Math.min(...waits.slice(3))).toBeGreaterThan(0);
});

test('so is a crowd of them at once', async () => {
  const parsed = await parsedDuring(async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => post(LARGE, '10.0.0.1')));
    expect(answers.filter(({ status }) => status === 400).length).toBeLessThanOrEqual(4);
    expect((await post(SMALL, '10.0.0.2')).status).toBe(200);
  });

  expect(parsed).toBeLessThanOrEqual(4);
});

/** The answer to a request whose body has not come yet. */
async function answerBeforeBody(headers: Record<string, string | number>) {
  const agent = new Agent({ keepAlive: true });
  const sent = send(gateway.url, {
    agent,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '10.0.0.1', ...headers },
  });
  sent.on('error', () => undefined);
  sent.flushHeaders();
  const [{ statusCode, headers: got }] = (await once(sent, 'response')) as [IncomingMessage];
  sent.destroy();
  agent.destroy();
  return { status: statusCode, connection: got.connection };
}

test('who is known to have no room is answered before the body has come, and one that is long is not waited for', async () => {
  while ((await post(LARGE, '10.0.0.1')).status !== 429);

  expect(await answerBeforeBody({ 'content-length': LARGE.length })).toEqual({
    status: 429,
    connection: 'keep-alive',
  });
  expect(await answerBeforeBody({ 'content-length': 900_000 })).toEqual({
    status: 429,
    connection: 'close',
  });
  expect(await answerBeforeBody({ 'transfer-encoding': 'chunked' })).toEqual({
    status: 429,
    connection: 'close',
  });
});

const postInPieces = () =>
  new Promise<number>((resolve, reject) => {
    const sent = send(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '10.0.0.1' },
    });
    sent.once('error', reject);
    sent.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.write(LARGE.slice(0, 30_000));
    sent.end(LARGE.slice(30_000));
  });

test('a body that does not say how long it is, is paid for before it is parsed', async () => {
  const statuses: number[] = [];
  const parsed = await parsedDuring(async () => {
    for (let times = 0; times < 8; times += 1) statuses.push(await postInPieces());
  });

  expect(parsed).toBe(3);
  expect(statuses.slice(3)).toEqual([429, 429, 429, 429, 429]);
});

test('small mistakes cost a point each, of a window apart from what is run', async () => {
  for (let times = 0; times < POINTS; times += 1) {
    expect((await post(MALFORMED, '10.0.0.1')).message).toBe('the body is not JSON');
  }
  expect((await post(SMALL, '10.0.0.1')).status).toBe(200);

  expect((await post(MALFORMED, '10.0.0.1')).status).toBe(400);
  expect(await post(SMALL, '10.0.0.1')).toMatchObject({
    status: 429,
    message: expect.stringMatching(/more than 20 points of large or refused input .* try again/),
  });
});

test('who is signed in is not refused for what others of the same address send', async () => {
  const ada = { authorization: 'Bearer ada' };
  while ((await post(LARGE, '10.0.0.1')).status !== 429);
  expect((await post(SMALL, '10.0.0.1', ada)).status).toBe(200);

  let answer = await post(LARGE, '10.0.0.1', ada);
  const parsed = await parsedDuring(async () => {
    while (answer.status !== 429) answer = await post(LARGE, '10.0.0.1', ada);
    answer = await post(LARGE, '10.0.0.9', ada);
  });
  expect(parsed).toBe(2);
  expect(answer.status).toBe(429);
  expect((await post(SMALL, '10.0.0.9')).status).toBe(200);
});

test('what a token that is not valid is sent with is not parsed', async () => {
  const parsed = await parsedDuring(async () => {
    expect((await post(LARGE, '10.0.0.1', { authorization: 'Bearer x' })).status).toBe(401);
  });
  expect(parsed).toBe(0);
});

test('a page of another site does not use up the budget of whoever looks at it', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  for (let times = 0; times <= POINTS + 1; times += 1) {
    expect((await post(LARGE, '10.0.0.1', headers)).status).toBe(403);
  }
  expect((await post(SMALL, '10.0.0.1')).status).toBe(200);
});
