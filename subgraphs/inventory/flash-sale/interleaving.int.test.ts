import { HOLD_MS, openShop, orderEvent, type Shop } from '../testing/shop.ts';
import { lockStock } from '../data/stock.repository.ts';
import { lockSales } from './data/sale.repository.ts';
import type { FlashSale } from './domain/flash-sale.ts';
import { claimOf, claimOne, findBrokenSales, openSale, unitsOf } from './testing/sale.ts';

/** Lets somebody else act between Redis' answer and the decision of PostgreSQL. */
function deskWhere(shop: Shop, act: () => unknown) {
  let hasActed = false;
  const holdSales: typeof lockSales = async (tx, ids) => {
    if (!hasActed) {
      hasActed = true;
      await act();
    }
    return lockSales(tx, ids);
  };
  return shop.openFlash({ holdSales });
}

/** Lets somebody else act between reading the reservations of a batch and reading its stock. */
function actingBefore(act: () => Promise<unknown>): typeof lockStock {
  let hasActed = false;
  return async (tx, productIds) => {
    if (!hasActed) {
      hasActed = true;
      await act();
    }
    return lockStock(tx, productIds);
  };
}

const linesOf = ({ productId }: FlashSale) => [{ productId, quantity: 1 }];

async function claimed(shop: Shop, sale: FlashSale): Promise<string> {
  const claim = claimOf(sale);
  expect(await claimOne(shop.flash, claim)).toMatchObject({ answer: 'CLAIMED' });
  await shop.handle([orderEvent('order.created', claim.orderId, linesOf(sale))]);
  return claim.orderId;
}

test.each([
  ['ends', (shop: Shop) => shop.wait(1_000)],
  ['is cancelled', (shop: Shop, { id }: FlashSale) => shop.flash.cancel(id)],
])('a sale that %s while a claim is decided sells nothing more', async (_, act) => {
  await using shop = await openShop();
  const sale = await openSale(shop, { lastsMs: 1_000 });

  const answer = await claimOne(
    deskWhere(shop, () => act(shop, sale)),
    claimOf(sale),
  );

  expect(answer).toEqual({ answer: 'ENDED' });
  await shop.flash.close();
  expect(await shop.units(sale.productId)).toEqual({ available: 5, reserved: 0, sold: 0 });
  expect(await findBrokenSales(shop)).toEqual([]);
});

test('the last unit goes to one of two who were both admitted', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop, { units: 1 });
  const [first, second] = [claimOf(sale), claimOf(sale)];

  const answer = await claimOne(
    deskWhere(shop, async () => {
      await shop.redis.flushdb();
      expect(await claimOne(shop.flash, second)).toMatchObject({ answer: 'CLAIMED' });
    }),
    first,
  );

  expect(answer).toEqual({ answer: 'SOLD_OUT', units: 0 });
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: 0, reserved: 1 });
});

test('a purchase that is sent twice at once claims its units once', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop, { limitPerUser: 2 });
  const claim = claimOf(sale);

  const answer = await claimOne(
    deskWhere(shop, () => claimOne(shop.flash, claim)),
    claim,
  );

  expect(answer).toEqual({ answer: 'CLAIMED', orderId: claim.orderId });
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: 4, reserved: 1 });
});

test('a payment that is being handled keeps expiry away', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop);
  const orderId = await claimed(shop, sale);
  shop.wait(HOLD_MS);

  let released = -1;
  await shop.handle([orderEvent('order.confirmed', orderId, linesOf(sale))], {
    readStock: actingBefore(async () => (released = await shop.releaseExpired())),
  });

  expect(released).toBe(0);
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: 4, reserved: 0, sold: 1 });
});

test('what is paid after it has expired is not taken from the next buyer', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop, { units: 2 });
  const orderId = await claimed(shop, sale);
  shop.wait(HOLD_MS);
  await shop.releaseExpired();
  await claimed(shop, sale);
  await shop.handle([orderEvent('order.confirmed', orderId, linesOf(sale))]);

  expect((await shop.answers(orderId)).at(-1)).toBe('inventory.failed');
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: 1, reserved: 1, sold: 0 });
  expect(await findBrokenSales(shop)).toEqual([]);
});

test('what is left at the end goes back to stock, and so does what orders give back later, once', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop, { units: 5, otherUnits: 1, lastsMs: 1_000 });
  const [sold, cancelled] = [await claimed(shop, sale), await claimed(shop, sale)];
  await shop.handle([orderEvent('order.confirmed', sold, linesOf(sale))]);
  shop.wait(1_000);

  expect([await shop.flash.close(), await shop.flash.close()]).toEqual([1, 0]);
  expect(await shop.units(sale.productId)).toEqual({ available: 4, reserved: 1, sold: 1 });
  expect(await shop.redis.keys(`inventory:{${sale.id}}:*`)).toEqual([]);

  await shop.handle([orderEvent('order.cancelled', cancelled)]);
  expect([await shop.flash.close(), await shop.flash.close()]).toEqual([1, 0]);
  expect(await shop.units(sale.productId)).toEqual({ available: 5, reserved: 0, sold: 1 });
  expect(await unitsOf(shop, sale.id)).toEqual({
    available: 0,
    reserved: 0,
    sold: 1,
    returned: 4,
  });
  expect(await findBrokenSales(shop)).toEqual([]);
});

test('two sales of one product do not share time, and none takes more than there is', async () => {
  await using shop = await openShop();
  const { productId, id } = await openSale(shop, { units: 3, otherUnits: 2, lastsMs: 1_000 });

  await expect(openSale(shop, { productId, units: 1, startsInMs: 999 })).rejects.toThrow('OVERLAP');
  await expect(openSale(shop, { productId, units: 3, startsInMs: 1_000 })).rejects.toThrow(
    'INSUFFICIENT_STOCK',
  );
  const next = await openSale(shop, { productId, units: 2, startsInMs: 1_000 });
  expect(next.id).not.toBe(id);
  expect(await shop.units(productId)).toEqual({ available: 0, reserved: 0, sold: 0 });
});

test('a sale is prepared before it begins, and stays prepared', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop, { startsInMs: 2 * 3_600_000 });
  const isPrepared = () => shop.redis.exists(`inventory:{${sale.id}}:sale`);
  expect(await isPrepared()).toBe(0);

  shop.wait(3_600_000);
  expect(await shop.flash.warm()).toBe(1);
  expect(await isPrepared()).toBe(1);
  await shop.redis.pexpire(`inventory:{${sale.id}}:sale`, 1_000);
  await shop.flash.warm();
  expect(await shop.redis.pttl(`inventory:{${sale.id}}:sale`)).toBeGreaterThan(60_000);
  const told = (await shop.published(sale.id)).map(({ type }) => type);
  expect(told).toEqual(['flash_sale.scheduled', 'flash_sale.warmed']);
});
