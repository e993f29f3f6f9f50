import { cancelOrder, checkout } from '../operations.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { breakAtRandom } from './break-at-random.ts';
import { createRandom } from './random.ts';

const RETRY_MS = 120_000;
/** People change their minds before and after they have paid. */
const CANCEL_WITHIN_MS = 3_000;

export function chaosScenario({
  kills,
  seed,
  pauseMs,
}: {
  kills: number;
  seed: number;
  pauseMs: number;
}): Scenario {
  return {
    name: 'chaos',
    says: `people buy, fail to pay and cancel, while ${kills} times a process is killed (seed ${seed})`,
    defaults: { rate: 15, seconds: 2_400, users: 36_000 },
    target: { step: 'checkout', failureShare: 0, settledWithinMs: 120_000 },
    fillsCarts: true,
    connections: 128,
    retryMs: RETRY_MS,
    needsParts: true,
    products: () => ({ count: 20, units: 100_000 }),
    prepare: async (run) => ({
      kinds: [
        [checkout(run, 'tok_visa')],
        [checkout(run, 'tok_visa'), cancelOrder(CANCEL_WITHIN_MS)],
        [checkout(run, 'tok_mastercard')],
        [checkout(run, 'tok_declined')],
        [checkout(run, 'tok_flaky')],
        [checkout(run, 'tok_visa'), cancelOrder(CANCEL_WITHIN_MS)],
        [checkout(run, 'tok_visa')],
        [checkout(run, 'tok_timeout')],
      ],
    }),
    async breakThings(tools) {
      await breakAtRandom(tools, { kills, random: createRandom(seed), pauseMs });
    },
  };
}
