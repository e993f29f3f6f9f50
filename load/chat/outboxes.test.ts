import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOutboxes } from './outboxes.ts';

/** Outboxes before a server that answers like this; what it was asked is in `asked`. */
async function open(answer: (body: string, response: ServerResponse) => void, connections = 4) {
  const asked: string[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(body);
      answer(body, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const outboxes = createOutboxes({
    url: `http://127.0.0.1:${port}`,
    connections,
    requestOf: (line, { number }) => ({ token: '', body: `${line}/${number}` }),
    isStored: (_line, body) => body === 'stored',
  });
  const write = (line: number, number: number) =>
    outboxes.add(line, { dueAt: performance.now(), number, clientId: '' });
  return {
    asked,
    outboxes,
    write,
    server,
    port,
    async [Symbol.asyncDispose]() {
      await outboxes.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

test('a line has one message on its way, and the next only when it is stored', async () => {
  const refused = new Set<string>();
  await using desk = await open((body, response) => {
    const isFirst = !refused.has(body);
    refused.add(body);
    response.end(isFirst ? '{"__typename":"ChatBusy","retryAfterMs":1}' : 'stored');
  });
  for (const number of [1, 2, 3]) for (const line of [7, 8]) desk.write(line, number);
  await desk.outboxes.untilEmpty();

  for (const line of [7, 8]) {
    const own = desk.asked.filter((each) => each.startsWith(`${line}/`));
    expect(own).toEqual([1, 1, 2, 2, 3, 3].map((number) => `${line}/${number}`));
  }
  expect(desk.outboxes.failures.get('ChatBusy')).toBe(6);
  expect(desk.outboxes.lost()).toBe(0);
});

test('a server that is away for a while loses nothing', async () => {
  await using desk = await open((_body, response) => response.end('stored'), 2);
  desk.server.close();
  await once(desk.server, 'close');
  for (let line = 0; line < 20; line += 1) desk.write(line, 1);
  while ((desk.outboxes.failures.get('ECONNREFUSED') ?? 0) < 20) {
    await new Promise((turn) => setImmediate(turn));
  }
  desk.server.listen(desk.port, '127.0.0.1');
  await desk.outboxes.untilEmpty();

  expect(desk.asked.toSorted()).toEqual(
    Array.from({ length: 20 }, (_, line) => `${line}/1`).toSorted(),
  );
});
