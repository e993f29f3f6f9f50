import { createServer, request as send, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readBody } from './request-body.ts';

const MAX = 10;

/** What a server reads of a request that is sent in these pieces, and whether it is cut off after them. */
async function readOf(pieces: readonly (string | Buffer)[], isCut = false) {
  const read = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    readBody(request, MAX).then(
      (text) => {
        response.end('read');
        return read.resolve(text);
      },
      (error: unknown) => {
        if (!response.destroyed) response.writeHead(413).end('refused');
        read.reject(error);
      },
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sent = send({ host: '127.0.0.1', port, method: 'POST' });
  const answered = once(sent, 'response').catch(() => [undefined]);
  for (const piece of pieces) {
    await new Promise((resolve) => sent.write(piece, resolve));
  }
  if (isCut) sent.destroy();
  else sent.end();
  try {
    const [outcome] = await Promise.allSettled([read.promise]);
    const [response] = (await answered) as [IncomingMessage | undefined];
    response?.resume();
    return { outcome, status: response?.statusCode };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a body is read whole, in however many pieces it comes', async () => {
  const euro = Buffer.from('€');
  expect((await readOf(['abc'])).outcome).toEqual({ status: 'fulfilled', value: 'abc' });
  expect((await readOf([])).outcome).toEqual({ status: 'fulfilled', value: '' });
  // A letter that is cut in two.
  expect((await readOf(['a', euro.subarray(0, 1), euro.subarray(1)])).outcome).toEqual({
    status: 'fulfilled',
    value: 'a€',
  });
});

test('one that is too long is refused, and the answer arrives', async () => {
  const { outcome, status } = await readOf(['12345', '67890', '1', '2']);

  expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'BAD_USER_INPUT' } });
  expect(status).toBe(413);
});

test('one whose sender leaves is an error, and nobody waits for the rest', async () => {
  const { outcome } = await readOf(['123'], true);

  expect(outcome).toMatchObject({ status: 'rejected' });
});
