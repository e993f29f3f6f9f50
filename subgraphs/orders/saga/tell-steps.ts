import type { Live } from '#platform/live/live.ts';
import { publishOrder } from '../live/order-channels.ts';
import type { OrderMetrics } from '../metrics.ts';
import type { Step } from './progress-orders.ts';

/** Tells what orders have done, after the commit. May fail without harm: it is told, and not done. */
export type TellSteps = (steps: readonly Step[]) => Promise<void>;

export function createTellSteps(live: Live, metrics: OrderMetrics): TellSteps {
  return async (steps) => {
    metrics.moved(steps);
    // A refund is the one change that no event of the order tells.
    const refunded = steps.filter(({ before, after }) => after.isRefunded && !before.isRefunded);
    await Promise.all(refunded.map(({ after }) => publishOrder(live, after.id)));
  };
}
