import { setTimeout as delay } from 'node:timers/promises';
import type { ChatActivity } from './read-activity.ts';

const EVERY_MS = 1_000;

/**
 * What goes on, each second while somebody looks. All who look at one moment, on this process, share one reading. Not a
 * generator: those cannot be ended while they wait.
 */
export function createFollowActivity(read: (minutes: number) => Promise<ChatActivity>) {
  /** Of the last second, by how many minutes were asked for; those are few. */
  let shared: { at: number; minutes: number; activity: Promise<ChatActivity> } | undefined;

  function readShared(minutes: number): Promise<ChatActivity> {
    const at = performance.now();
    if (shared === undefined || shared.minutes !== minutes || at - shared.at >= EVERY_MS / 2) {
      shared = { at, minutes, activity: read(minutes) };
    }
    return shared.activity;
  }

  return (minutes: number, signal?: AbortSignal): AsyncIterableIterator<ChatActivity> => {
    const ended = new AbortController();
    const stop = AbortSignal.any([ended.signal, ...(signal ? [signal] : [])]);
    let isFirst = true;
    const done = { done: true as const, value: undefined };
    return {
      async next() {
        if (!isFirst) await delay(EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
        isFirst = false;
        return stop.aborted ? done : { done: false, value: await readShared(minutes) };
      },
      return() {
        ended.abort();
        return Promise.resolve(done);
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  };
}
