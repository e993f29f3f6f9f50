import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import type { WrittenMessage } from '../bus.ts';
import { markerKey, partitionOf, streamKey, wakeChannel } from './keys.ts';

const script = luaScript(new URL('./publish-events.lua', import.meta.url));

/** Most events of a topic that are appended at once; it keeps other clients waiting. */
const PUBLISH_BATCH = 500;
/** Where the keys of streams begin in the script's keys, which Lua counts from 1. */
const FIRST_STREAM = 2;

export interface Publisher {
  publish(topic: string, messages: readonly WrittenMessage[]): Promise<void>;
}

export interface PublisherOptions {
  redis: Redis;
  partitions: number;
  maxLength: number;
}

export function createPublisher({ redis, partitions, maxLength }: PublisherOptions): Publisher {
  // Bounded by the number of topics there are in the system.
  const markers = new Map<string, string>();

  async function append(topic: string, messages: readonly WrittenMessage[]): Promise<void> {
    const placed = messages.map(({ key, body }) => ({
      partition: partitionOf(key, partitions),
      body,
    }));
    const touched = [...new Set(placed.map(({ partition }) => partition))];
    const position = new Map(touched.map((partition, i) => [partition, FIRST_STREAM + i]));
    const marker = await script(
      redis,
      [markerKey(topic), ...touched.map((partition) => streamKey(topic, partition))],
      [
        markers.get(topic) ?? '',
        randomUUID(),
        maxLength,
        wakeChannel(topic),
        touched.join(','),
        ...placed.flatMap(({ partition, body }) => [position.get(partition) ?? 0, body]),
      ],
    );
    if (typeof marker === 'string') {
      markers.set(topic, marker);
      return;
    }
    // Said once: who publishes has the chance to repeat what was lost, and then goes on.
    markers.delete(topic);
    throw new Error(`Redis has lost the events of topic ${topic}: nothing was published`);
  }

  return {
    async publish(topic, messages) {
      for (let start = 0; start < messages.length; start += PUBLISH_BATCH) {
        await append(topic, messages.slice(start, start + PUBLISH_BATCH));
      }
    },
  };
}
