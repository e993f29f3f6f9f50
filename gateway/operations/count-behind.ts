import { LRUCache } from 'lru-cache';
import type { TakeFromSharedWindow } from '../../platform/redis/sliding-window.ts';

/** Whoever has used less than this part of the limit is let through first and counted then, */
const FAR_FROM_LIMIT = 0.5;
/** as long as the window has yet to answer for no more than this part of it. */
const MOST_UNCOUNTED = 0.1;

/** What is known here of a caller. */
interface Usage {
  /** As the window last said. */
  used: number;
  /** Points that were taken here, and that the window has yet to be told of, */
  untold: number;
  /** or has yet to answer for. */
  unanswered: number;
  isTelling: boolean;
}

/** The milliseconds to wait, or 0 when the points are taken: at once for who is far from the limit. */
export type TakePoints = (key: string, points: number, limit: number) => number | Promise<number>;

/**
 * Takes points from a shared window without waiting for it while a caller is far from the limit. What one process
 * takes counts exactly all the same as long as the window answers, because it is told of it before it is asked again;
 * several together may let a caller have a tenth of the limit more for each of them.
 */
export function createCountBehind(ask: TakeFromSharedWindow, maxKeys: number): TakePoints {
  const usages = new LRUCache<string, Usage>({ max: maxKeys });

  return (key, points, limit) => {
    const usage = usageOf(key);
    const uncounted = usage.untold + usage.unanswered + points;
    const isFar =
      uncounted <= limit * MOST_UNCOUNTED && usage.used + uncounted <= limit * FAR_FROM_LIMIT;
    if (!isFar) return consume(usage, key, points, limit);
    usage.untold += points;
    if (!usage.isTelling) void tell(usage, key, limit);
    return 0;
  };

  function usageOf(key: string): Usage {
    const known = usages.get(key);
    if (known !== undefined) return known;
    const usage = { used: 0, untold: 0, unanswered: 0, isTelling: false };
    usages.set(key, usage);
    return usage;
  }

  /** One call at a time: what comes meanwhile goes with the next. */
  async function tell(usage: Usage, key: string, limit: number): Promise<void> {
    usage.isTelling = true;
    while (usage.untold > 0) await consume(usage, key, 0, limit);
    usage.isTelling = false;
  }

  /** With these points go those that the window has yet to be told of. */
  async function consume(
    usage: Usage,
    key: string,
    points: number,
    limit: number,
  ): Promise<number> {
    const spent = usage.untold;
    usage.untold = 0;
    usage.unanswered += spent;
    const { waitMs, used } = await ask(key, points, limit, spent);
    usage.unanswered -= spent;
    usage.used = used;
    return waitMs;
  }
}
