import { checkout, placeFlashOrder } from '../operations.ts';
import type { Shop } from '../shop.ts';
import type { Journeys, Scenario } from './scenario.ts';

const UNITS = 100;
const SALE_MINUTES = 30;

async function prepareSale(
  run: string,
  [productId = '']: readonly string[],
  shop: Shop,
): Promise<Journeys> {
  const saleId = await shop.openSale({ productId, units: UNITS, minutes: SALE_MINUTES });
  return {
    kinds: [[placeFlashOrder(run, saleId)]],
    async judge() {
      const { units, unitsLeft, unitsReserved, unitsSold, queueLength } =
        await shop.readSale(saleId);
      return [
        { what: `sold ${unitsSold} of ${units} units`, isMet: unitsSold === units },
        {
          what: `left ${unitsLeft}, reserved ${unitsReserved}, waiting ${queueLength}`,
          isMet: unitsLeft === 0 && unitsReserved === 0 && queueLength === 0,
        },
      ];
    },
  };
}

export const flashSale: Scenario = {
  name: 'flash-sale',
  says: '10,000 people want 100 units, within one second',
  defaults: { rate: 10_000, seconds: 1, users: 10_000 },
  target: {
    step: 'flash order',
    maxMs: 5_000,
    failureShare: 0,
    mayBeBusy: true,
    lag: 500,
    settledWithinMs: 30_000,
  },
  fillsCarts: false,
  rehearsedBy: 'the same',
  connections: 512,
  retryMs: 0,
  products: () => ({ count: 1, units: UNITS * 2 }),
  prepare: prepareSale,
};

export const flashRate: Scenario = {
  ...flashSale,
  name: 'flash-rate',
  says: '2,000 requests a second for 100 units of one product',
  defaults: { rate: 2_000, seconds: 15, users: 30_000, rehearsalSeconds: 20 },
  target: { ...flashSale.target, p95Ms: 500 },
};

const PAID = ['CONFIRMED', 'PROCESSING', 'SHIPPED', 'DELIVERED'];

/** No sale of its own: the product's stock itself, by way of the cart. */
export const crowd: Scenario = {
  ...flashSale,
  name: 'crowd',
  says: '1,000 people check out within one second, and there are 100 units',
  defaults: { rate: 1_000, seconds: 1, users: 1_000 },
  target: { ...flashSale.target, step: 'checkout' },
  fillsCarts: true,
  rehearsedBy: undefined,
  products: () => ({ count: 1, units: UNITS }),
  async prepare(run, _productIds, shop) {
    const since = new Date();
    return {
      kinds: [[checkout(run, 'tok_visa')]],
      async judge() {
        const sold = await shop.countOrders(PAID, since);
        return [{ what: `sold ${sold} of ${UNITS} units`, isMet: sold === UNITS }];
      },
    };
  },
};
