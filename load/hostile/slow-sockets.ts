import { connect, type Socket } from 'node:net';

const DRIP_MS = 500;

/** Connections that begin a request and never come to its end; others that upgrade and then say nothing. */
export function openSlowSockets(url: URL, count: number): () => void {
  const sockets = Array.from({ length: count }, (_, index) => open(url, index));
  const drip = setInterval(() => {
    for (const socket of sockets) if (!socket.destroyed) socket.write('x');
  }, DRIP_MS);
  return () => {
    clearInterval(drip);
    for (const socket of sockets) socket.destroy();
  };
}

function open(url: URL, index: number): Socket {
  const socket = connect(Number(url.port), url.hostname);
  // The other side ends what is too slow: that is what it should do.
  socket.on('error', () => socket.destroy());
  const isUpgrade = index % 2 === 1;
  const head = isUpgrade
    ? [
        'GET /graphql HTTP/1.1',
        'connection: Upgrade',
        'upgrade: websocket',
        'sec-websocket-version: 13',
        'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-protocol: graphql-transport-ws',
      ]
    : ['POST /graphql HTTP/1.1', 'content-type: application/json', 'content-length: 900000'];
  socket.write([...head, 'host: plaza', 'x-forwarded-for: 10.66.0.9', '', ''].join('\r\n'));
  return socket;
}
