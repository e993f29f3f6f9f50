import { once } from 'node:events';
import { connect } from 'node:net';
import { startLiveServer } from './testing/live-server.ts';

test('a client that hangs up on its refusal leaves the gateway running', async () => {
  await using server = await startLiveServer();
  const { hostname, port } = new URL(server.url);

  for (let attempt = 0; attempt < 20; attempt += 1) {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      'GET /elsewhere HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
    );
    socket.on('error', () => undefined);
    await once(socket, 'data');
    socket.write('more');
    socket.resetAndDestroy();
    await once(socket, 'close');
  }

  const { status } = await fetch(`http://${hostname}:${port}/elsewhere`);
  expect(status).toBe(404);
});
