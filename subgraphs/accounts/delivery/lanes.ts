import { PRIORITIES, type NotificationPriority } from '../domain/notification.ts';

/**
 * How often each priority is served when all of them wait: high before normal before low, and none never.
 */
const WEIGHTS: Record<NotificationPriority, number> = { HIGH: 16, NORMAL: 4, LOW: 1 };

export interface Lanes {
  /** Runs work when there is room for its priority. Bounded by the consumers: each waits with one batch. */
  run: <Result>(priority: NotificationPriority, work: () => Promise<Result>) => Promise<Result>;
}

/** Shares a few slots among the priorities by smooth weighted round robin (as nginx does among upstreams). */
export function createLanes(slots: number): Lanes {
  const waiting: Record<NotificationPriority, (() => void)[]> = { HIGH: [], NORMAL: [], LOW: [] };
  const credits: Record<NotificationPriority, number> = { HIGH: 0, NORMAL: 0, LOW: 0 };
  let free = slots;

  function next(): (() => void) | undefined {
    const lanes = PRIORITIES.filter((priority) => waiting[priority].length > 0);
    const [first] = lanes;
    if (first === undefined) return undefined;
    let chosen = first;
    for (const lane of lanes) {
      credits[lane] += WEIGHTS[lane];
      if (credits[lane] > credits[chosen]) chosen = lane;
    }
    credits[chosen] -= lanes.reduce((sum, lane) => sum + WEIGHTS[lane], 0);
    return waiting[chosen].shift();
  }

  function leave(): void {
    const start = next();
    if (start === undefined) free += 1;
    else start();
  }

  return {
    async run(priority, work) {
      if (free > 0) free -= 1;
      else await new Promise<void>((start) => waiting[priority].push(start));
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
