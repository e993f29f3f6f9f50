import { createServer, type IncomingMessage } from 'node:http';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { findFreePort } from '../platform/process/free-port.ts';
import { createTestClient, type TestClient } from '../host/testing/test-client.ts';
import { startPart, type Part } from '../host/testing/test-part.ts';
import { closeServer, listen } from '../platform/http/listen.ts';
import { composePlain, startPlainSubgraph, type PlainSubgraph } from './testing/plain-subgraph.ts';
import { eventually } from './testing/shop.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;
const BOOKS = `${LINK}
  type Query { book(id: ID!): Book }
  type Subscription { bookChanged: Book bookOpened: Book }
  type Book @key(fields: "id") { id: ID! title: String! }`;
const STARS = `${LINK} type Book @key(fields: "id") { id: ID! stars: Int }`;
const MORE_STARS = STARS.replace('stars: Int', 'stars: Int rating: Float');

const books = {
  Query: { book: (_: unknown, { id }: { id: string }) => ({ id, title: `Book ${id}` }) },
  Subscription: {
    bookChanged: {
      async *subscribe() {
        for (const id of ['1', '2']) {
          yield await Promise.resolve({ bookChanged: { id, title: `Book ${id}` } });
        }
      },
    },
    bookOpened: {
      async *subscribe() {
        yield await Promise.resolve({ bookOpened: { id: '1', title: 'Book 1' } });
        await new Promise(() => undefined);
      },
    },
  },
};
const stars = { Book: { stars: ({ id }: { id: string }) => Number(id) + 3, rating: () => 4.5 } };

let subgraphs: [PlainSubgraph, PlainSubgraph, PlainSubgraph];
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'plaza-standalone-'));
  subgraphs = await Promise.all([
    startPlainSubgraph('books', BOOKS, books),
    startPlainSubgraph('stars', STARS, stars),
    startPlainSubgraph('stars', MORE_STARS, stars),
  ]);
});
afterAll(async () => {
  for (const subgraph of subgraphs) await subgraph[Symbol.asyncDispose]();
  await rm(dir, { recursive: true, force: true });
});

const supergraph = () => composePlain([subgraphs[0], subgraphs[1]]);
const nextSupergraph = () => composePlain([subgraphs[0], subgraphs[2]]);

/** As `npm run gateway -- --supergraph …` starts it: no secret, no key, no store. */
async function startStandalone(
  location: string,
  settings: Record<string, string> = {},
): Promise<{ client: TestClient; url: string; part: Part }> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const where = location.startsWith('http') ? 'SUPERGRAPH_URL' : 'SUPERGRAPH_FILE';
  const env = {
    GATEWAY_STANDALONE: 'true',
    GATEWAY_PORT: String(port),
    LOG_LEVEL: 'error',
    [where]: location,
    ...settings,
  };
  const part = startPart('gateway/main.ts', env, url);
  await part.ready;
  return { client: createTestClient({ url }), url, part };
}

const QUERY = '{ book(id: 1) { title stars } }';
const RATING = '{ book(id: 1) { rating } }';

async function untilRated(client: TestClient): Promise<void> {
  await eventually(
    () => client.ask<{ book: { rating: number } } | undefined>(RATING),
    ({ data }) => data?.book.rating === 4.5,
  );
}

test('serves a supergraph whose subgraphs know nothing of it, events included', async () => {
  const file = join(dir, 'alone.graphql');
  await writeFile(file, supergraph());
  const { client, url, part } = await startStandalone(file, {
    GATEWAY_FORWARD_HEADERS: 'authorization,x-tenant',
  });
  try {
    expect(await client.ask(QUERY)).toEqual({ data: { book: { title: 'Book 1', stars: 4 } } });
    expect(
      await client.follow<{ bookChanged: { title: string; stars: number } }>(
        'subscription { bookChanged { title stars } }',
        {},
        ({ bookChanged }) => bookChanged.stars === 5,
      ),
    ).toEqual([
      { bookChanged: { title: 'Book 1', stars: 4 } },
      { bookChanged: { title: 'Book 2', stars: 5 } },
    ]);

    subgraphs[0].received.length = 0;
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: 'Basic whatever',
        'x-tenant': 'blue',
        'x-other': 'kept here',
      },
      body: JSON.stringify({ query: QUERY }),
    });
    expect(answer.status).toBe(200);
    expect(subgraphs[0].received).toMatchObject([
      { authorization: 'Basic whatever', 'x-tenant': 'blue' },
    ]);
    expect(subgraphs[0].received[0]).not.toHaveProperty('x-other');
    expect(subgraphs[0].received[0]).not.toHaveProperty('x-plaza-viewer');
  } finally {
    await part.stop();
  }
}, 60_000);

test('a new file is served without a restart, and a bad one is not', async () => {
  const file = join(dir, 'watched.graphql');
  await writeFile(file, supergraph());
  // Long: what is seen here is seen by the watch.
  const { client, url, part } = await startStandalone(file, { SUPERGRAPH_POLL_MS: '600000' });
  const refusals = async () =>
    /gateway_supergraph_swaps_total\{outcome="refused"\} (\d+)/.exec(
      await (await fetch(`${url}/metrics`)).text(),
    )?.[1];
  try {
    expect((await client.ask(RATING)).errors).toHaveLength(1);

    await writeFile(file, 'type Query { this is no supergraph');
    await eventually(refusals, (count) => count === '1');
    expect(await client.ask(QUERY)).toEqual({ data: { book: { title: 'Book 1', stars: 4 } } });

    await writeFile(`${file}.new`, nextSupergraph());
    await rename(`${file}.new`, file);
    await untilRated(client);
    expect(await client.ask(QUERY)).toEqual({ data: { book: { title: 'Book 1', stars: 4 } } });
  } finally {
    await part.stop();
  }
}, 60_000);

test('a subscription of the old supergraph ends, and says why', async () => {
  const file = join(dir, 'subscribed.graphql');
  await writeFile(file, supergraph());
  const { url, part } = await startStandalone(file);
  const socket = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  try {
    const opened = Promise.withResolvers<unknown>();
    const ended = Promise.withResolvers<unknown>();
    socket.subscribe(
      { query: 'subscription { bookOpened { title stars } }' },
      { next: opened.resolve, error: ended.resolve, complete: () => ended.resolve('completed') },
    );
    expect(await opened.promise).toEqual({
      data: { bookOpened: { title: 'Book 1', stars: 4 } },
    });

    await writeFile(file, nextSupergraph());
    expect(await ended.promise).toMatchObject([
      { extensions: { code: 'SUBSCRIPTION_SCHEMA_RELOAD' } },
    ]);
  } finally {
    await socket.dispose();
    await part.stop();
  }
}, 60_000);

test('a URL is polled by its ETag, and while it fails the old supergraph goes on', async () => {
  let served: string | undefined = supergraph();
  const asked: { tag: string | undefined; status: number }[] = [];
  const registry = createServer((request: IncomingMessage, response) => {
    const tag = request.headers['if-none-match'];
    const current = served === undefined ? undefined : `"${served.length}"`;
    const status = current === undefined ? 500 : tag === current ? 304 : 200;
    asked.push({ tag, status });
    response.writeHead(status, { ...(current !== undefined && { etag: current }) });
    response.end(status === 200 ? served : undefined);
  });
  const port = await listen(registry, { host: '127.0.0.1', port: 0, setting: 'port' });
  const { client, part } = await startStandalone(`http://127.0.0.1:${port}/supergraph`, {
    SUPERGRAPH_POLL_MS: '100',
  });
  const seen = (status: number) =>
    eventually(
      () => Promise.resolve(asked),
      (all) => all.some((each) => each.status === status),
    );
  try {
    await seen(304);
    served = undefined;
    await seen(500);
    expect(await client.ask(QUERY)).toEqual({ data: { book: { title: 'Book 1', stars: 4 } } });
    served = nextSupergraph();
    await untilRated(client);
  } finally {
    await part.stop();
    await closeServer(registry, 0);
  }
}, 60_000);

test('what is no supergraph is refused at the start, and the message says what it is', async () => {
  const file = join(dir, 'wrong.graphql');
  await writeFile(file, 'type Query { a: Int }');
  const port = await findFreePort();
  const env = { GATEWAY_STANDALONE: 'true', GATEWAY_PORT: String(port), SUPERGRAPH_FILE: file };
  const part = startPart('gateway/main.ts', env, `http://127.0.0.1:${port}`);
  await expect(part.ready).rejects.toThrow(`${file} is not a supergraph`);
});
