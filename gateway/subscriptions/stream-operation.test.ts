import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { StreamOperation } from './stream-operation.ts';

/** What a client reads of a stream on which this was done, and the errors of its response. */
async function read(act: (operation: StreamOperation) => void) {
  const errors: Error[] = [];
  const server = createServer((_request, response) => {
    response.on('error', (error) => errors.push(error));
    act(new StreamOperation(response, { policy: 'drop-oldest', onDrop: () => undefined }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const text = await (await fetch(`http://127.0.0.1:${port}`)).text();
  server.close();
  return { text, errors };
}

const COMPLETE = 'event: complete\ndata: \n\n';

test('a comment keeps a stream alive', async () => {
  const { text } = await read((operation) => {
    operation.keepAlive();
    operation.complete();
  });
  expect(text).toBe(`:\n\n:\n\n${COMPLETE}`);
});

test.each([
  { how: 'completed', last: COMPLETE, end: (operation: StreamOperation) => operation.complete() },
  {
    how: 'failed',
    last: `event: next\ndata: {"errors":[]}\n\n${COMPLETE}`,
    end: (operation: StreamOperation) => operation.fail([]),
  },
  { how: 'cut', last: '', end: (operation: StreamOperation) => operation.cut() },
])(
  'a stream that was $how has no comment after it while its end is read',
  async ({ end, last }) => {
    const { text, errors } = await read((operation) => {
      end(operation);
      operation.keepAlive();
    });
    expect(text).toBe(`:\n\n${last}`);
    expect(errors).toEqual([]);
  },
);
