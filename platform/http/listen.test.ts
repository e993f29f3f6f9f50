import { Agent, createServer, get, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { closeServer, listen } from './listen.ts';

const ADDRESS = { host: '127.0.0.1', port: 0, setting: 'PORT' };

async function ask(port: number, agent: Agent): Promise<IncomingMessage> {
  const [response] = (await once(get({ port, host: ADDRESS.host, agent }), 'response')) as [
    IncomingMessage,
  ];
  response.resume();
  await once(response, 'end');
  return response;
}

function slowServer() {
  const isAsked = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const server: Server = createServer((_, response) => {
    isAsked.resolve();
    void finish.promise.then(() => response.end('done'));
  });
  return { server, isAsked: isAsked.promise, finish: finish.resolve };
}

test('a port that is taken is named, with the setting', async () => {
  const first = createServer();
  const port = await listen(first, ADDRESS);

  await expect(listen(createServer(), { ...ADDRESS, port })).rejects.toThrow(
    `port ${port} is taken: stop what uses it, or set PORT`,
  );
  await closeServer(first, 0);
});

test('a request under way is answered, and its connection does not hold the server up', async () => {
  const { server, isAsked, finish } = slowServer();
  const port = await listen(server, ADDRESS);
  const agent = new Agent({ keepAlive: true });
  const answer = ask(port, agent);
  await isAsked;

  const started = performance.now();
  const closed = closeServer(server, 60_000);
  finish();

  expect((await answer).statusCode).toBe(200);
  await closed;
  // A connection that is kept alive would be waited for, five seconds by default.
  expect(performance.now() - started).toBeLessThan(3_000);
  agent.destroy();
});

test('a request that does not end in time is cut off', async () => {
  const { server, isAsked } = slowServer();
  const port = await listen(server, ADDRESS);
  const agent = new Agent();
  const answer = ask(port, agent).catch((error: NodeJS.ErrnoException) => error.code);
  await isAsked;

  await closeServer(server, 20);

  expect(await answer).toBe('ECONNRESET');
});

test('a client that keeps asking is told to go with its next answer', async () => {
  const server = createServer((_, response) => response.end());
  const port = await listen(server, ADDRESS);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let answers = 0;
  server.on('request', () => {
    answers += 1;
    if (answers === 10) void closeServer(server, 60_000);
  });

  const asking = async () => {
    for (;;) await ask(port, agent);
  };

  await expect(asking()).rejects.toMatchObject({ code: expect.stringMatching(/ECONN/) as string });
  expect(answers).toBeLessThanOrEqual(12);
  agent.destroy();
});
