import { WebSocket } from 'ws';
import { createBoundedQueue } from '../../../platform/live/bounded-queue.ts';

export interface Message {
  id?: string;
  type: string;
  payload?: unknown;
}

/** A client that speaks frames and knows nothing of the protocol. */
export interface RawSocket {
  socket: WebSocket;
  send: (message: object | string) => void;
  /** The next message, in order; rejects when the socket closes first. */
  next: () => Promise<Message>;
  closed: Promise<{ code: number; reason: string }>;
  close: () => void;
}

const MAX_MESSAGES = 10_000;

export async function openRawSocket(
  url: string,
  {
    protocol = ['graphql-transport-ws'],
    headers = {},
  }: { protocol?: string[]; headers?: object } = {},
): Promise<RawSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), protocol, { headers: { ...headers } });
  const messages = createBoundedQueue<Message>(MAX_MESSAGES);
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString()) as Message));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => {
      messages.finish();
      resolve({ code, reason: reason.toString() });
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  return {
    socket,
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    async next() {
      const { value, done } = await messages.next();
      if (done === true) throw new Error('the socket was closed');
      return value;
    },
    closed,
    close: () => socket.close(),
  };
}

/** Opened and acknowledged. */
export async function greet(url: string, authorization?: string): Promise<RawSocket> {
  const client = await openRawSocket(url);
  const payload = authorization === undefined ? undefined : { authorization };
  client.send({ type: 'connection_init', ...(payload && { payload }) });
  const { type } = await client.next();
  if (type !== 'connection_ack') throw new Error(`expected connection_ack, got ${type}`);
  return client;
}
