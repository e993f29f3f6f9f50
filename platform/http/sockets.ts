import type { WebSocket, WebSocketServer } from 'ws';

const GOING_AWAY = 1001;
/** Clients that do not answer the close in time are cut off. */
const CLOSE_MS = 2_000;

/** Tells every client to come back later, and resolves when all are gone: a server with sockets does not close. */
export async function closeSockets(sockets: WebSocketServer, withinMs = CLOSE_MS): Promise<void> {
  for (const socket of sockets.clients) socket.close(GOING_AWAY, 'Going away');
  const cutOff = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, withinMs);
  await new Promise((resolve) => sockets.close(resolve));
  clearTimeout(cutOff);
}

/** Ends the sockets whose client does not answer a ping within `everyMs`. Returns how to stop. */
export function endSilentSockets(sockets: WebSocketServer, everyMs: number): () => void {
  const alive = new WeakSet<WebSocket>();
  sockets.on('connection', (socket) => {
    alive.add(socket);
    socket.on('pong', () => alive.add(socket));
    socket.on('message', () => alive.add(socket));
  });
  const pings = setInterval(() => {
    for (const socket of sockets.clients) {
      if (alive.delete(socket)) socket.ping();
      else socket.terminate();
    }
  }, everyMs);
  return () => clearInterval(pings);
}
