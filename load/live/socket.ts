import { WebSocket } from 'ws';

/** One connection that speaks graphql-transport-ws, with nothing that ten thousand of them do not need. */
export interface LiveSocket {
  /** At once, as a lost network does it. */
  cut: () => void;
  isOpen: () => boolean;
}

export interface Subscribed {
  query: string;
  variables?: object;
  /** The text of each event's frame. */
  onEvent: (frame: string) => void;
}

const OPEN_MS = 30_000;

/**
 * Resolves when the gateway has acknowledged the connection and all subscriptions have been sent. `onLost` is called
 * once when it has ended after that, or one of its subscriptions has; not when it was cut here.
 */
export function openSocket(
  url: string,
  token: string | undefined,
  subscriptions: readonly Subscribed[],
  onLost: (why: string) => void = () => undefined,
): Promise<LiveSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
      perMessageDeflate: false,
      handshakeTimeout: OPEN_MS,
    });
    const payload = token === undefined ? undefined : { authorization: `Bearer ${token}` };
    let isLosable = false;
    const lose = (why: string) => {
      if (!isLosable) return;
      isLosable = false;
      onLost(why);
    };
    const live = {
      cut: () => {
        isLosable = false;
        socket.terminate();
      },
      isOpen: () => socket.readyState === WebSocket.OPEN,
    };
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
    socket.on('message', (data: Buffer) => {
      const { text: frame, type, id } = readFrame(data);
      if (type === 'connection_ack') {
        for (const [place, { query, variables }] of subscriptions.entries()) {
          const subscribe = { id: String(place), type: 'subscribe', payload: { query, variables } };
          socket.send(JSON.stringify(subscribe));
        }
        isLosable = true;
        resolve(live);
      } else if (type === 'ping') socket.send('{"type":"pong"}');
      else if (type === 'next') subscriptions[Number(id)]?.onEvent(frame);
      else if (type === 'error' || type === 'complete') {
        reject(new Error(frame));
        lose(frame);
      }
    });
    socket.on('error', reject);
    socket.once('close', (code) => {
      reject(new Error(`closed with ${code}`));
      lose(`closed with ${code}`);
    });
  });
}

const TYPE = /"type":"(\w+)"/;
const ID = /"id":"(\d+)"/;
/** Both stand at one of the ends; an event's payload can be long. */
const HEAD = 80;

interface Frame {
  text: string;
  type: string;
  id: string;
}

/** Thousands of sockets get the same bytes one after another: they are read once, or the driver would be what is measured. */
let latest: Frame & { bytes: Buffer } = { bytes: Buffer.alloc(0), text: '', type: '', id: '' };

function readFrame(bytes: Buffer): Frame {
  if (bytes.equals(latest.bytes)) return latest;
  const text = bytes.toString();
  const ends = text.length <= 2 * HEAD ? text : text.slice(0, HEAD) + text.slice(-HEAD);
  const [, type = ''] = TYPE.exec(ends) ?? [];
  const [, id = ''] = ID.exec(ends) ?? [];
  latest = { bytes: Buffer.from(bytes), text, type, id };
  return latest;
}

/** Runs `work` for each index, so many at a time. */
export async function forEachOf(
  count: number,
  atOnce: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}
