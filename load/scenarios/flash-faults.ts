import { setTimeout as delay } from 'node:timers/promises';
import { placeFlashOrder } from '../operations.ts';
import type { SaleState, Shop } from '../shop.ts';
import { killParts } from './faults.ts';
import { flashSale } from './flash-sales.ts';
import type { Judgement, Scenario } from './scenario.ts';

const UNITS = 2_000;
const SALE_MINUTES = 60;
/** Few of them may be on their way to be paid: the rest waits in the queue, and is there when a process dies. */
const MAX_IN_FLIGHT = '300';
/** What is claimed and belongs to nobody's order yet is asked for again by its buyer, or by the queue. */
const REST_MS = 60_000;
const POLL_MS = 500;

const isResting = ({ unitsReserved, queueLength }: SaleState) =>
  unitsReserved === 0 && queueLength === 0;

/** In the end nothing is claimed, nobody waits, and each unit is sold or is there to be sold. */
export async function judgeRestingSale(shop: Shop, saleId: string): Promise<Judgement[]> {
  const startedAt = performance.now();
  let sale = await shop.readSale(saleId);
  while (!isResting(sale) && performance.now() - startedAt < REST_MS) {
    await delay(POLL_MS);
    sale = await shop.readSale(saleId);
  }
  const { units, unitsLeft, unitsReserved, unitsSold, queueLength } = sale;
  return [
    {
      what: `sold ${unitsSold} and left ${unitsLeft} of ${units} units`,
      isMet: unitsSold > 0 && unitsSold + unitsLeft === units,
    },
    {
      what: `reserved ${unitsReserved}, waiting ${queueLength}`,
      isMet: isResting(sale),
    },
  ];
}

/** Claims, places in the queue and declined cards, while processes die in the middle of them. */
export const flashKilled: Scenario = {
  ...killParts,
  name: 'flash-killed',
  says: '200 people a second want 2,000 units, a third cannot pay, and one part after the other is killed and started again',
  defaults: { rate: 200, seconds: 40, users: 8_000 },
  target: { ...killParts.target, step: 'flash order' },
  fillsCarts: false,
  products: () => ({ count: 1, units: UNITS * 2 }),
  settings: { FLASH_MAX_IN_FLIGHT: MAX_IN_FLIGHT },
  async prepare(run, [productId = ''], shop) {
    const saleId = await shop.openSale({ productId, units: UNITS, minutes: SALE_MINUTES });
    return {
      kinds: ['tok_visa', 'tok_declined', 'tok_mastercard'].map((token) => [
        placeFlashOrder(run, saleId, token),
      ]),
      judge: () => judgeRestingSale(shop, saleId),
    };
  },
};

/** The same claims, while Redis forgets the sale, its queue and who has bought. */
export const flashFlushed: Scenario = {
  ...flashKilled,
  name: 'flash-flushed',
  says: '200 people a second want 2,000 units, a third cannot pay, and Redis is emptied every seven seconds',
  needsParts: false,
  connections: flashSale.connections,
  async breakThings({ laboratory, seconds, until, note }) {
    for (let second = seconds / 6; second < seconds; second += seconds / 6) {
      await until(second);
      await laboratory.ask({ do: 'flush-redis' });
      note('Redis is emptied');
    }
  },
};
