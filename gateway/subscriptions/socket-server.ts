import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { GRAPHQL_PATH } from '../../platform/subgraph/http-protocol.ts';
import type { SocketCounts } from './count-sockets.ts';
import { CLOSE } from './messages.ts';
import { createMessageTurns } from './message-turns.ts';
import { createPacedMessages } from './paced-messages.ts';
import type { Seats } from './seats.ts';
import { SocketConnection, type ConnectionOptions, type Peer } from './socket-connection.ts';

export interface SocketServerOptions extends ConnectionOptions {
  server: Server;
  maxSockets: number;
  /** Sockets of an address. */
  addressSeats: Seats;
  peerOf: (request: IncomingMessage) => Peer;
  /** Of one socket; more than that waits with its client. */
  maxMessagesASecond: number;
  /** Told with which code a socket has ended, and of each that was not let in. */
  onClose: (code: number | 'refused') => void;
  /** What administrators see of the last minute. */
  counts: SocketCounts;
}

export const SUBPROTOCOL = 'graphql-transport-ws';

const MAX_MESSAGE_BYTES = 1_000_000;
/** A socket that does not answer a ping within this time is gone. */
export const PING_MS = 15_000;
/** Clients that do not close in time are cut off. */
const CLOSE_MS = 2_000;

export interface SocketServer {
  /** How many sockets are open. */
  count: () => number;
  /** Tells every client to come back later, and closes. */
  close: () => Promise<void>;
}

/**
 * Operations over WebSocket in the protocol graphql-transport-ws
 * (https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md): the sockets, their number and their health.
 */
export function createSocketServer(options: SocketServerOptions): SocketServer {
  const { server, maxSockets, addressSeats, peerOf, onClose, counts } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    // Compression would take some 300 KB a socket.
    perMessageDeflate: false,
    // A client that asks for another protocol is let in to be told so with a close code.
    handleProtocols: (protocols) =>
      protocols.has(SUBPROTOCOL) ? SUBPROTOCOL : (firstOf(protocols) ?? false),
  });

  const pace = { messagesASecond: options.maxMessagesASecond, turns: createMessageTurns() };

  server.on('upgrade', (request, raw: Socket, head) => {
    const [path] = (request.url ?? '').split('?', 1);
    if (path !== GRAPHQL_PATH) return refuse(raw, '404 Not Found');
    if (sockets.clients.size >= maxSockets) {
      onClose('refused');
      counts.refused('full');
      return refuse(raw, '503 Service Unavailable');
    }
    const peer = peerOf(request);
    const { address } = peer;
    if (!addressSeats.take(address)) {
      onClose('refused');
      counts.refused('address');
      return refuse(raw, '429 Too Many Requests');
    }
    raw.once('close', () => addressSeats.release(address));
    upgrade(request, raw, { head, peer });
  });

  return {
    count: () => sockets.clients.size,
    async close() {
      for (const socket of sockets.clients) socket.close(CLOSE.goingAway, 'Going away');
      const cutOff = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, CLOSE_MS);
      await new Promise((resolve) => sockets.close(resolve));
      clearTimeout(cutOff);
    },
  };

  function upgrade(
    request: IncomingMessage,
    raw: Socket,
    { head, peer }: { head: Buffer; peer: Peer },
  ): void {
    sockets.handleUpgrade(request, raw, head, (socket) => open(socket, raw, peer));
  }

  // Apart from `upgrade`: what is created here lives as long as the socket, and must not hold its request.
  function open(socket: WebSocket, raw: Socket, peer: Peer): void {
    // The library has closed the socket with the code of the fault.
    socket.on('error', () => undefined);
    counts.opened();
    // Who has the wrong protocol and does not leave is not alive for it.
    const { isAlive } = keepPinging(socket);
    socket.once('close', (code) => {
      onClose(code);
      counts.closed(code);
    });
    if (socket.protocol !== SUBPROTOCOL) {
      return socket.close(CLOSE.subprotocolNotAcceptable, 'Subprotocol not acceptable');
    }
    isAlive();
    const connection = new SocketConnection({ socket, raw, peer }, options);
    const messages = createPacedMessages(socket, pace, (text) => connection.receive(text));
    const spend = () => {
      isAlive();
      messages.spend();
    };
    socket.on('pong', spend);
    socket.on('ping', spend);
    socket.on('message', (data: Buffer) => {
      isAlive();
      messages.push(data.toString());
    });
    socket.once('close', () => {
      messages.stop();
      connection.closed();
    });
  }

  /** Each socket on a timer of its own: pings of ten thousand in one turn would keep everybody waiting. */
  function keepPinging(socket: WebSocket): { isAlive: () => void } {
    let hasLived = false;
    /** When the one was sent that is not answered yet. */
    let pingedAt: number | undefined;
    const pings = setInterval(() => {
      if (!hasLived) {
        counts.unanswered();
        return socket.terminate();
      }
      hasLived = false;
      pingedAt = performance.now();
      socket.ping();
    }, PING_MS);
    socket.on('pong', () => {
      if (pingedAt !== undefined) counts.answered(performance.now() - pingedAt);
      pingedAt = undefined;
    });
    socket.once('close', () => clearInterval(pings));
    return { isAlive: () => void (hasLived = true) };
  }
}

function firstOf(protocols: ReadonlySet<string>): string | undefined {
  const [first] = protocols;
  return first;
}

function refuse(socket: Socket, status: string): void {
  // Node has taken its own listener away: without one, a client that hangs up now would end the process.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
}
