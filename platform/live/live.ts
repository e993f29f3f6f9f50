import type { Redis } from 'ioredis';
import type { Log } from '../telemetry/log.ts';
import { createBoundedQueue } from './bounded-queue.ts';
import { createMessagePublisher } from './message-publisher.ts';

/**
 * Messages to whoever listens now, on any replica: Redis pub/sub. Nothing is stored, and a message
 * that nobody hears is gone, so a subscription starts by reading the state it then follows.
 */
export interface Live {
  publish: (channel: string, message: unknown) => Promise<void>;
  /** Ends when the consumer stops iterating or `signal` aborts. Listening before it resolves. */
  subscribe: <Message>(
    channel: string,
    signal?: AbortSignal,
    options?: ListenOptions<Message>,
  ) => Promise<AsyncIterableIterator<Message>>;
  close: () => Promise<void>;
}

export interface ListenOptions<Message> {
  /** Heard when the connection was lost and is back: messages may have been missed, so read the state again. */
  afterGap?: Message;
}

/** A listener slower than this loses the oldest messages: later state replaces earlier state. */
const MAX_WAITING = 1_000;

export interface LiveOptions {
  publisher: Redis;
  /** A connection of its own; in subscriber mode it can do nothing else. */
  subscriber: Redis;
  log: Log;
}

interface Listener {
  hear: (message: unknown) => void;
  afterGap: unknown;
}

interface Channel {
  listeners: Set<Listener>;
  isJoined: Promise<unknown>;
}

export function createLive({ publisher, subscriber, log }: LiveOptions): Live {
  const channels = new Map<string, Channel>();
  const publish = createMessagePublisher(publisher);

  subscriber.on('message', (name: string, text: string) => {
    const message = parse(text);
    if (message === undefined) return log.warn({ channel: name }, 'a message is not JSON: skipped');
    for (const { hear } of channels.get(name)?.listeners ?? []) hear(message);
  });
  subscriber.on('close', () => {
    subscriber.once('ready', () => {
      rejoin().catch((error: Error) =>
        log.warn({ error: error.message }, 'could not listen again'),
      );
    });
  });

  return {
    publish: (name, message) => publish(name, JSON.stringify(message)),

    async subscribe<Message>(
      name: string,
      signal?: AbortSignal,
      { afterGap }: ListenOptions<Message> = {},
    ) {
      const queue = createBoundedQueue<Message>(MAX_WAITING, () => leave(name, listener));
      const listener: Listener = { hear: (message) => queue.push(message as Message), afterGap };
      try {
        await join(name, listener);
      } catch (error) {
        // Nobody may join what could not be joined: the next subscriber tries anew.
        queue.end();
        throw error;
      }
      // An abort that came before this is told to no listener.
      if (signal?.aborted === true) queue.end();
      else signal?.addEventListener('abort', () => queue.end(), { once: true });
      return queue;
    },

    close: () => {
      subscriber.disconnect();
      return Promise.resolve();
    },
  };

  async function join(name: string, listener: Listener): Promise<void> {
    const known = channels.get(name);
    const channel = known ?? { listeners: new Set(), isJoined: subscriber.subscribe(name) };
    channel.listeners.add(listener);
    if (known === undefined) channels.set(name, channel);
    await channel.isJoined;
  }

  /** Tells those who listen that there was a gap, once nothing more can be missed. */
  async function rejoin(): Promise<void> {
    const listened = Array.from(channels.entries());
    if (listened.length === 0) return;
    await subscriber.subscribe(...listened.map(([name]) => name));
    for (const [, { listeners }] of listened) {
      for (const { hear, afterGap } of listeners) if (afterGap !== undefined) hear(afterGap);
    }
  }

  function leave(name: string, listener: Listener): void {
    const channel = channels.get(name);
    if (channel?.listeners.delete(listener) !== true || channel.listeners.size > 0) return;
    channels.delete(name);
    subscriber.unsubscribe(name).catch((error: Error) => {
      log.warn({ channel: name, error: error.message }, 'could not leave a channel');
    });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
