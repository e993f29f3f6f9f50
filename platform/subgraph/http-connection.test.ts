import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ANONYMOUS } from '../identity/viewer.ts';
import { createHttpConnection } from './http-connection.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

type Reply = (response: ServerResponse) => void;

const ok: Reply = (response) => void response.end('{"data":{"x":1}}');
const broken: Reply = (response) => void response.writeHead(503).end('later');
const refusing: Reply = (response) => void response.writeHead(400).end('no');
const cut: Reply = (response) => void response.destroy();
const silent: Reply = () => undefined;

/** Answers in this order, the last one for ever. */
async function connectTo(replies: readonly Reply[], timeoutMs = 5_000) {
  let arrived = 0;
  const server = createServer((_, response) => {
    const reply = replies[Math.min(arrived, replies.length - 1)];
    arrived += 1;
    reply?.(response);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/graphql`;
  const connection = createHttpConnection({ name: 'books', url, timeoutMs });
  return {
    ask: (query: string, signal?: AbortSignal) =>
      connection.execute({
        query,
        viewer: ANONYMOUS,
        requestId: 'r',
        ...(signal !== undefined && { signal }),
      }),
    arrived: () => arrived,
    close: () => connection.close(),
    /** Ends, and listens again on the same port after so many milliseconds; resolves when it has ended. */
    restart: async (awayMs: number) => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      setTimeout(() => server.listen(port, '127.0.0.1'), awayMs);
    },
  };
}

test('a read is tried again when a subgraph or its connection fails', async () => {
  const { ask, arrived, close } = await connectTo([broken, cut, ok]);

  expect(await ask('{ x }')).toEqual({ data: { x: 1 } });
  expect(arrived()).toBe(3);
  await close();
});

test('a mutation is tried again while nobody listens, for then it was not sent', async () => {
  const { ask, arrived, close, restart } = await connectTo([ok]);
  await ask('mutation { x }');

  await restart(5);
  expect(await ask('mutation { x }')).toEqual({ data: { x: 1 } });
  expect(arrived()).toBe(2);
  await close();
});

test('a mutation is never sent twice', async () => {
  const { ask, arrived, close } = await connectTo([cut, ok]);

  await expect(ask('mutation { x }')).rejects.toThrow('other side closed');
  expect(arrived()).toBe(1);
  await close();
});

test('what a subgraph refuses is not asked again', async () => {
  const { ask, arrived, close } = await connectTo([refusing, ok]);

  await expect(ask('{ x }')).rejects.toThrow('books answered 400: no');
  expect(arrived()).toBe(1);
  await close();
});

test('a subgraph that keeps failing is left alone for a while', async () => {
  const { ask, arrived, close } = await connectTo([broken]);

  for (let call = 0; call < 10; call += 1) {
    await expect(ask('mutation { x }')).rejects.toThrow('books answered 503');
  }
  await expect(ask('{ x }')).rejects.toThrow('breaker is open');
  expect(arrived()).toBe(10);
  await close();
});

test('a subgraph that is silent does not hold its caller', async () => {
  const { ask, close } = await connectTo([silent], 50);

  await expect(ask('{ x }')).rejects.toThrow('timed out');
  await close();
});

test('callers that leave say nothing about the subgraph', async () => {
  const replies = [silent];
  const { ask, close } = await connectTo(replies);

  for (let call = 0; call < 12; call += 1) {
    await expect(ask('{ x }', AbortSignal.timeout(20))).rejects.toThrow('the caller left');
  }
  // Some may have left before they were heard.
  replies[0] = ok;
  expect(await ask('{ x }')).toEqual({ data: { x: 1 } });
  await close();
});
