import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ExecutionResult } from 'graphql';
import { closeServer, listen } from '../http/listen.ts';
import { ANONYMOUS, type Viewer } from '../identity/viewer.ts';
import { createViewerSigner } from '../identity/viewer-signature.ts';
import { silentLog } from '../telemetry/log.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import type { SubgraphRequest } from './connection.ts';
import { createHttpConnection } from './http-connection.ts';
import { GROUPS_HEADER, GROUP_TYPE } from './http-protocol.ts';
import { createSubgraphServer } from './http-server.ts';

const signer = createViewerSigner('s'.repeat(32));
const userOf = (userId: string): Viewer => ({
  kind: 'user',
  userId,
  sessionId: 's1',
  roles: [],
  scopes: [],
  expiresAt: 4_102_444_800,
});

const ask = (n: number, more: Partial<SubgraphRequest> = {}): SubgraphRequest => ({
  query: 'query ($n: Int) { twice(n: $n) }',
  variables: { n },
  viewer: ANONYMOUS,
  requestId: `r${n}`,
  ...more,
});

/** A server of ours whose subgraph answers as the test says, and a connection that knows that it takes groups. */
async function served(execute: (request: SubgraphRequest) => Promise<ExecutionResult>) {
  const { server, close } = createSubgraphServer({
    subgraph: {
      name: 'numbers',
      execute,
      subscribe: () => Promise.reject(new Error('there are none')),
      close: () => Promise.resolve(),
    },
    signer,
    log: silentLog,
    metrics: createMetrics(),
    checks: {},
    isDraining: () => false,
  });
  const types: (string | undefined)[] = [];
  server.prependListener('request', (request: IncomingMessage) => {
    types.push(request.headers['content-type']);
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  const connection = createHttpConnection({
    name: 'numbers',
    url: `http://127.0.0.1:${port}/graphql`,
    signer,
    guard: { retries: 0 },
  });
  await connection.execute(ask(0));
  types.length = 0;
  return {
    connection,
    send: async (request: SubgraphRequest) => connection.execute(request),
    types,
    server,
    async [Symbol.asyncDispose]() {
      await connection.close();
      await close(0);
    },
  };
}

const twice = ({ variables }: SubgraphRequest): Promise<ExecutionResult> =>
  Promise.resolve({ data: { twice: Number(variables?.['n']) * 2 } });

test('requests of one moment travel in one, each with its viewer, variables and request id', async () => {
  const seen: SubgraphRequest[] = [];
  await using subgraph = await served((request) => {
    seen.push(request);
    return twice(request);
  });

  const answers = await Promise.all([
    subgraph.send(ask(1, { viewer: userOf('ada'), clientAddress: '203.0.113.7' })),
    subgraph.send(ask(2, { viewer: userOf('bob') })),
    subgraph.send(ask(3, { query: '{ ä }', operationName: 'Other' })),
  ]);

  expect(answers).toEqual([2, 4, 6].map((n) => ({ data: { twice: n } })));
  expect(subgraph.types).toEqual([GROUP_TYPE]);
  expect(seen.slice(1)).toEqual([
    {
      query: ask(1).query,
      variables: { n: 1 },
      viewer: userOf('ada'),
      requestId: 'r1',
      clientAddress: '203.0.113.7',
    },
    { query: ask(2).query, variables: { n: 2 }, viewer: userOf('bob'), requestId: 'r2' },
    {
      query: '{ ä }',
      operationName: 'Other',
      variables: { n: 3 },
      viewer: ANONYMOUS,
      requestId: 'r3',
    },
  ]);
});

test('who comes alone goes alone, and a crowd in several groups', async () => {
  await using subgraph = await served(twice);

  await subgraph.send(ask(1));
  expect(subgraph.types).toEqual(['application/json']);

  const many = Array.from({ length: 70 }, (_, n) => subgraph.send(ask(n)));
  expect(await Promise.all(many)).toEqual(
    Array.from({ length: 70 }, (_, n) => ({ data: { twice: n * 2 } })),
  );
  expect(subgraph.types.slice(1)).toEqual([GROUP_TYPE, GROUP_TYPE, GROUP_TYPE]);
});

test('nobody waits for another one of the group', async () => {
  const slow = Promise.withResolvers<void>();
  await using subgraph = await served(async (request) => {
    if (request.variables?.['n'] === 1) await slow.promise;
    return twice(request);
  });

  const first = subgraph.send(ask(1));
  const second = subgraph.send(ask(2));
  expect(await second).toEqual({ data: { twice: 4 } });
  slow.resolve();
  expect(await first).toEqual({ data: { twice: 2 } });
});

test('what fails in a group fails alone', async () => {
  await using subgraph = await served((request) =>
    request.variables?.['n'] === 2 ? Promise.reject(new Error('password=1')) : twice(request),
  );

  const [one, two, three] = await Promise.allSettled([
    subgraph.send(ask(1)),
    subgraph.send(ask(2)),
    subgraph.send(ask(3)),
  ]);

  expect(one).toMatchObject({ value: { data: { twice: 2 } } });
  expect(String((two as PromiseRejectedResult).reason)).toMatch(/numbers answered 500/);
  expect(String((two as PromiseRejectedResult).reason)).not.toContain('password');
  expect(three).toMatchObject({ value: { data: { twice: 6 } } });
});

test('what cannot be written as JSON fails its group, and nothing else', async () => {
  await using subgraph = await served(twice);

  const asked = Promise.allSettled([
    subgraph.send(ask(1, { variables: { n: 1n } })),
    subgraph.send(ask(2)),
  ]);
  expect(await asked).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
  expect(await subgraph.send(ask(3))).toEqual({ data: { twice: 6 } });
});

test('in a group everybody shows who they are', async () => {
  await using subgraph = await served(twice);
  const { port } = subgraph.server.address() as AddressInfo;
  const post = async (outer: string, inner: string) => {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': GROUP_TYPE, 'x-plaza-viewer': outer },
      body: JSON.stringify({
        queries: ['{ x }'],
        requests: [{ query: 0, variables: {}, headers: { 'x-plaza-viewer': inner } }],
      }),
    });
    return { status: response.status, body: await response.text() };
  };
  const signed = signer.sign(ANONYMOUS);

  expect(await post('forged', signed)).toMatchObject({ status: 401 });
  const inner = await post(signed, 'forged');
  expect(inner.status).toBe(200);
  expect(JSON.parse(inner.body)).toMatchObject([
    0,
    401,
    { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
  ]);
  expect(await post(signed, signed)).toMatchObject({
    status: 200,
    body: '[0,200,{"data":{"twice":null}}]\n',
  });
});

test('who leaves is let go, and the others are answered', async () => {
  const slow = Promise.withResolvers<void>();
  await using subgraph = await served(async (request) => {
    if (request.variables?.['n'] !== 0) await slow.promise;
    return twice(request);
  });
  const leaving = new AbortController();

  const first = subgraph.send(ask(1, { signal: leaving.signal }));
  const second = subgraph.send(ask(2));
  leaving.abort();
  await expect(first).rejects.toThrow('the caller left');
  slow.resolve();
  expect(await second).toEqual({ data: { twice: 4 } });
});

/** A server that says it takes groups and then does as the test says. */
async function pretending(reply: (response: ServerResponse, isGroup: boolean) => void) {
  const types: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const type = request.headers['content-type'];
    types.push(type);
    request.resume().on('end', () => {
      response.setHeader(GROUPS_HEADER, '1');
      reply(response, type === GROUP_TYPE);
    });
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  const connection = createHttpConnection({
    name: 'numbers',
    url: `http://127.0.0.1:${port}/graphql`,
    signer,
    guard: { retries: 0 },
  });
  return {
    connection,
    send: async (request: SubgraphRequest) => connection.execute(request),
    types,
    async [Symbol.asyncDispose]() {
      await connection.close();
      server.closeAllConnections();
      await closeServer(server, 0);
    },
  };
}

const settle = async (asked: Promise<PromiseSettledResult<ExecutionResult>[]>) =>
  (await asked).map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)));

test('a connection that is cut fails those that were not answered', async () => {
  await using subgraph = await pretending((response, isGroup) => {
    if (!isGroup) return void response.end('{"data":{}}');
    response.write('[1,200,{"data":{"twice":4}}]\n', () => response.destroy());
  });
  await subgraph.send(ask(0));

  const [one, two] = await settle(
    Promise.allSettled([subgraph.send(ask(1)), subgraph.send(ask(2))]),
  );
  expect(two).toEqual({ data: { twice: 4 } });
  expect(one).toMatch(/Error/);
});

test('answers that end too early are failures', async () => {
  await using subgraph = await pretending((response, isGroup) => {
    response.end(isGroup ? '[0,200,{"data":{"twice":2}}]\n' : '{"data":{}}');
  });
  await subgraph.send(ask(0));

  const asked = [1, 2].map((n) => subgraph.send(ask(n)));
  const [one, two] = await settle(Promise.allSettled(asked));
  expect(one).toEqual({ data: { twice: 2 } });
  expect(two).toMatch(/ended too early/);
});

test('a server that turns out not to take groups is asked one by one', async () => {
  await using subgraph = await pretending((response, isGroup) => {
    if (!isGroup) return void response.end('{"data":{"twice":0}}');
    response.writeHead(400).end('expected JSON with a query');
  });
  await subgraph.send(ask(0));

  const asked = () => Promise.all([1, 2].map((n) => subgraph.send(ask(n))));
  expect(await asked()).toEqual([{ data: { twice: 0 } }, { data: { twice: 0 } }]);
  expect(subgraph.types.slice(1)).toEqual([GROUP_TYPE, 'application/json', 'application/json']);
});

test('what is large goes alone, and to a server without groups everything does', async () => {
  await using ours = await served(twice);
  const large = ask(1, { variables: { n: 1, text: 'x'.repeat(600_000) } });
  await Promise.all([large, ask(2), ask(3)].map((each) => ours.send(each)));
  expect(new Set(ours.types)).toEqual(new Set(['application/json', GROUP_TYPE]));
  expect(ours.types).toHaveLength(2);
  ours.types.length = 0;
  await Promise.all([ours.send(large), ours.send(large)]);
  expect(ours.types).toEqual(['application/json', 'application/json']);

  const types: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    types.push(request.headers['content-type']);
    request.resume().on('end', () => response.end('{"data":{}}'));
  });
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'PORT' });
  const connection = createHttpConnection({
    name: 'foreign',
    url: `http://127.0.0.1:${port}/graphql`,
    signer,
  });
  await connection.execute(ask(0));
  await Promise.all([connection.execute(ask(1)), connection.execute(ask(2))]);
  expect(types).toEqual(['application/json', 'application/json', 'application/json']);
  await connection.close();
  await closeServer(server, 0);
});
