import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { closeServer, listen } from '../../platform/http/listen.ts';
import { HttpRefusal } from './http-refusal.ts';
import { readOperations } from './read-operations.ts';

test('a client that hangs up in its body is refused, which is nothing to log', async () => {
  const server = createServer();
  const port = await listen(server, { host: '127.0.0.1', port: 0, setting: 'port' });
  const socket = connect(port, '127.0.0.1');
  const head = ['POST /graphql HTTP/1.1', 'host: a', 'content-type: application/json'];
  socket.write([...head, 'content-length: 100', '', '{"query":'].join('\r\n'));
  const [request] = await once(server, 'request');
  const limits = { maxBodyBytes: 1_000, maxBatch: 1 };
  const reading = readOperations(request, limits, { payFor: () => undefined });
  socket.destroy();
  await expect(reading).rejects.toThrow(HttpRefusal);
  await closeServer(server, 0);
});
