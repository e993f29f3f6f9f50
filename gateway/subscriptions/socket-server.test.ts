import { once } from 'node:events';
import { connect } from 'node:net';
import { jest } from '@jest/globals';
import { PING_MS } from './socket-server.ts';
import { startLiveServer } from './testing/live-server.ts';
import { greet, type RawSocket } from './testing/raw-socket.ts';

afterEach(() => jest.useRealTimers());

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

/** What a socket has been sent before the answer has come. */
async function settle(socket: RawSocket): Promise<void> {
  socket.send({ type: 'ping' });
  expect(await socket.next()).toEqual({ type: 'pong' });
}

test('sockets are pinged in the order in which they came, each in its own time', async () => {
  // Only what is done again and again is the test's.
  const own = ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'] as const;
  jest.useFakeTimers({ doNotFake: [...own, 'clearTimeout', 'clearImmediate', 'Date', 'hrtime'] });
  await using server = await startLiveServer();
  const pinged: string[] = [];
  async function open(name: string): Promise<RawSocket> {
    const socket = await greet(server.url);
    socket.socket.on('ping', () => pinged.push(name));
    return socket;
  }

  const ada = await open('ada');
  jest.advanceTimersByTime(PING_MS / 2);
  const ben = await open('ben');
  const seen: string[][] = [];
  for (let half = 0; half < 3; half += 1) {
    jest.advanceTimersByTime(PING_MS / 2);
    await settle(ada);
    await settle(ben);
    seen.push(pinged.splice(0));
  }
  expect(seen).toEqual([['ada'], ['ben'], ['ada']]);
});
