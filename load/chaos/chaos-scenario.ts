import { cancelOrder, checkout, placeFlashOrder } from '../operations.ts';
import { judgeRestingSale } from '../scenarios/flash-faults.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { breakAtRandom } from './break-at-random.ts';
import { createRandom } from './random.ts';

const RETRY_MS = 120_000;
/** People change their minds before and after they have paid. */
const CANCEL_WITHIN_MS = 3_000;
/** Fewer than want them: some are told that it is sold out, and some get what others give back. */
const SALE_UNITS = 2_000;
const SALE_MINUTES = 120;

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
    says: `people buy, in a flash sale too, fail to pay and cancel, while ${kills} times a process is killed (seed ${seed})`,
    defaults: { rate: 15, seconds: 2_400, users: 36_000 },
    target: { step: 'checkout', failureShare: 0, settledWithinMs: 120_000 },
    fillsCarts: true,
    connections: 128,
    retryMs: RETRY_MS,
    needsParts: true,
    products: () => ({ count: 20, units: 100_000 }),
    async prepare(run, [productId = ''], shop) {
      const saleId = await shop.openSale({ productId, units: SALE_UNITS, minutes: SALE_MINUTES });
      const kinds = [
        [checkout(run, 'tok_visa')],
        [checkout(run, 'tok_visa'), cancelOrder(CANCEL_WITHIN_MS)],
        [checkout(run, 'tok_mastercard')],
        [checkout(run, 'tok_declined')],
        [checkout(run, 'tok_flaky')],
        [checkout(run, 'tok_visa'), cancelOrder(CANCEL_WITHIN_MS)],
        [checkout(run, 'tok_visa')],
        [checkout(run, 'tok_timeout')],
        [placeFlashOrder(run, saleId)],
        [placeFlashOrder(run, saleId, 'tok_declined')],
        [placeFlashOrder(run, saleId), cancelOrder(CANCEL_WITHIN_MS)],
      ];
      return { kinds, judge: () => judgeRestingSale(shop, saleId) };
    },
    async breakThings(tools) {
      await breakAtRandom(tools, { kills, random: createRandom(seed), pauseMs });
    },
  };
}
