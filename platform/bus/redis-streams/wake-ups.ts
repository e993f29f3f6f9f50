import type { Redis } from 'ioredis';
import { wakeChannel } from './keys.ts';

export interface Sleeper {
  onWakeUp(message: string): void;
  /** Wake-ups may have been missed. */
  wakeAll(): void;
}

export interface WakeUps {
  add(topic: string, sleeper: Sleeper): void;
  remove(topic: string, sleeper: Sleeper): void;
}

/**
 * Tells all consumers of a process about new events, over one connection.
 *
 * The alternative, a blocking XREADGROUP a topic and group, needs a connection each (14 in one process) and
 * has to be broken off whenever a busy partition becomes idle again. A message costs the publisher nothing
 * worth measuring: it rides in the script that appends the events.
 */
export function createWakeUps(redis: Redis): WakeUps {
  const sleepers = new Map<string, Set<Sleeper>>();

  redis.on('message', (channel: string, message: string) => {
    for (const sleeper of sleepers.get(channel) ?? []) sleeper.onWakeUp(message);
  });
  redis.on('ready', () => {
    for (const channel of sleepers.keys()) void listen(channel);
  });

  async function listen(channel: string): Promise<void> {
    try {
      await redis.subscribe(channel);
      for (const sleeper of sleepers.get(channel) ?? []) sleeper.wakeAll();
    } catch {
      // The next connection subscribes again.
    }
  }

  return {
    add(topic, sleeper) {
      const channel = wakeChannel(topic);
      const known = sleepers.get(channel);
      sleepers.set(channel, (known ?? new Set()).add(sleeper));
      if (!known && redis.status === 'ready') void listen(channel);
    },
    remove(topic, sleeper) {
      sleepers.get(wakeChannel(topic))?.delete(sleeper);
    },
  };
}
