import type { Live } from '#platform/live/live.ts';
import { publishOrder } from '../live/order-channels.ts';
import type { OrderMetrics } from '../metrics.ts';
import { isFollowed, type Step } from './progress-orders.ts';

/** Tells what orders have done, after the commit. May fail without harm: it is told, and not done. */
export type TellSteps = (steps: readonly Step[]) => Promise<void>;

/** Those that no event of the order tells: a refund, and what its parts have followed. */
function isQuiet(step: Step): boolean {
  return isFollowed(step) || (step.after.isRefunded && !step.before.isRefunded);
}

export function createTellSteps(live: Live, metrics: OrderMetrics): TellSteps {
  return async (steps) => {
    metrics.moved(steps);
    const quiet = steps.filter(isQuiet);
    await Promise.all(quiet.map(({ after }) => publishOrder(live, after.id)));
  };
}
