import type { Redis } from 'ioredis';
import { luaScript } from './lua.ts';

/**
 * Points that may be used within any window of time, however it begins. Takes them, and resolves to 0, or to
 * the milliseconds after which there is room for them; what is refused is not counted.
 */
export type TakeFromWindow = (key: string, points: number, limit: number) => number;

export interface WindowOptions {
  windowMs: number;
  /** Parts of a window: points come back when the part in which they were used has left it. */
  slots?: number;
}

const SLOTS = 12;
const takeScript = luaScript(new URL('take-from-window.lua', import.meta.url));

export interface SharedWindowAnswer {
  /** 0 when the points are taken. */
  waitMs: number;
  /** By everybody, within the window that ends now. */
  used: number;
}

/** `spent` points were used before anybody asked: they count whether there is room for them or not. */
export type TakeFromSharedWindow = (
  key: string,
  points: number,
  limit: number,
  spent?: number,
) => Promise<SharedWindowAnswer>;

/** In Redis, for all processes together: one script, one hash a key, which ends by itself. */
export function createSharedWindow(
  redis: Redis,
  { windowMs, slots = SLOTS }: WindowOptions,
): TakeFromSharedWindow {
  const width = Math.ceil(windowMs / slots);
  return async (key, points, limit, spent = 0) => {
    const args = [Math.min(points, limit), limit, width, slots, spent];
    const [waitMs, used] = (await takeScript(redis, [key], args)) as [number, number];
    return { waitMs, used };
  };
}

export interface LocalWindowOptions extends WindowOptions {
  /** Keys that are remembered; then those that were used least lately are forgotten. */
  maxKeys: number;
  now?: () => number;
}

/** The same in this process, for itself. */
export function createLocalWindow(options: LocalWindowOptions): TakeFromWindow {
  const { windowMs, maxKeys, slots = SLOTS, now = Date.now } = options;
  const width = Math.ceil(windowMs / slots);
  /** In the order of their last use. */
  const keys = new Map<string, Map<number, number>>();

  return (key, asked, limit) => {
    const points = Math.min(asked, limit);
    const slot = Math.floor(now() / width);
    const bySlot = touch(key);
    let used = 0;
    for (const [each, count] of bySlot) {
      if (each < slot - slots) bySlot.delete(each);
      else used += count;
    }
    if (used + points <= limit) {
      bySlot.set(slot, (bySlot.get(slot) ?? 0) + points);
      return 0;
    }
    let missing = used + points - limit;
    // Slots were added in the order of time.
    for (const [each, count] of bySlot) {
      missing -= count;
      if (missing <= 0) return (each + slots + 1) * width - now();
    }
    return (slots + 1) * width;
  };

  function touch(key: string): Map<number, number> {
    const bySlot = keys.get(key) ?? new Map<number, number>();
    keys.delete(key);
    keys.set(key, bySlot);
    if (keys.size > maxKeys) {
      const [oldest] = keys.keys();
      if (oldest !== undefined) keys.delete(oldest);
    }
    return bySlot;
  }
}
