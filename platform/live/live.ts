import type { Redis } from 'ioredis';
import type { Log } from '../telemetry/log.ts';
import { createBoundedQueue } from './bounded-queue.ts';

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
  ) => Promise<AsyncIterableIterator<Message>>;
  close: () => Promise<void>;
}

/** A listener slower than this loses the oldest messages: later state replaces earlier state. */
const MAX_WAITING = 1_000;

export interface LiveOptions {
  publisher: Redis;
  /** A connection of its own; in subscriber mode it can do nothing else. */
  subscriber: Redis;
  log: Log;
}

interface Channel {
  listeners: Set<(message: unknown) => void>;
  isJoined: Promise<unknown>;
}

export function createLive({ publisher, subscriber, log }: LiveOptions): Live {
  const channels = new Map<string, Channel>();

  subscriber.on('message', (name: string, text: string) => {
    const message: unknown = JSON.parse(text);
    for (const listen of channels.get(name)?.listeners ?? []) listen(message);
  });

  return {
    async publish(name, message) {
      await publisher.publish(name, JSON.stringify(message));
    },

    async subscribe<Message>(name: string, signal?: AbortSignal) {
      const queue = createBoundedQueue<Message>(MAX_WAITING, () => leave(name, listen));
      const listen = (message: unknown) => queue.push(message as Message);
      signal?.addEventListener('abort', () => queue.end(), { once: true });
      await join(name, listen);
      return queue;
    },

    close: () => {
      subscriber.disconnect();
      return Promise.resolve();
    },
  };

  async function join(name: string, listen: (message: unknown) => void): Promise<void> {
    const known = channels.get(name);
    const channel = known ?? { listeners: new Set(), isJoined: subscriber.subscribe(name) };
    channel.listeners.add(listen);
    if (known === undefined) channels.set(name, channel);
    await channel.isJoined;
  }

  function leave(name: string, listen: (message: unknown) => void): void {
    const channel = channels.get(name);
    if (channel === undefined) return;
    channel.listeners.delete(listen);
    if (channel.listeners.size > 0) return;
    channels.delete(name);
    subscriber.unsubscribe(name).catch((error: Error) => {
      log.warn({ channel: name, error: error.message }, 'could not leave a channel');
    });
  }
}
