import { v7 as newId } from 'uuid';
import { HOLD_MS, openShop, orderEvent, type Shop } from '../testing/shop.ts';
import { countQueue, type AskedClaim } from './data/sale-copy.ts';
import type { FlashSale } from './domain/flash-sale.ts';
import { saleChannel } from './sale-channel.ts';
import {
  claimOf,
  claimOne,
  countAnswers,
  findBrokenSales,
  openSale,
  unitsOf,
} from './testing/sale.ts';

const lineOf = ({ productId }: FlashSale, quantity = 1) => [{ productId, quantity }];

const waitingFor = (claim: AskedClaim) => Object.assign({}, claim, { isWaiting: true });

async function queueOf(shop: Shop, orders: readonly { saleId: string; orderId: string }[]) {
  const places = await shop.flash.places(
    orders.map(({ saleId, orderId }) => ({ saleId, orderId })),
  );
  return places.map((place) => place?.position);
}

test('sets the units of a sale aside, and sells them to those who claim them', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop, { units: 5, otherUnits: 2 });
  expect(await shop.units(sale.productId)).toEqual({ available: 2, reserved: 0, sold: 0 });
  const claim = claimOf(sale);

  expect(await claimOne(shop.flash, claim)).toEqual({ answer: 'CLAIMED', orderId: claim.orderId });
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: 4, reserved: 1, sold: 0 });
  expect(await shop.units(sale.productId)).toEqual({ available: 2, reserved: 1, sold: 0 });

  await shop.handle([orderEvent('order.created', claim.orderId, lineOf(sale))]);
  await shop.handle([orderEvent('order.confirmed', claim.orderId, lineOf(sale))]);
  expect(await shop.answers(claim.orderId)).toEqual(['inventory.reserved', 'inventory.committed']);
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: 4, reserved: 0, sold: 1 });
  expect(await shop.units(sale.productId)).toEqual({ available: 2, reserved: 0, sold: 1 });
  expect(await findBrokenSales(shop)).toEqual([]);
});

test('is not open before its time, nor after it', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop, { startsInMs: 1_000, lastsMs: 1_000 });

  expect(await claimOne(shop.flash, claimOf(sale))).toEqual({
    answer: 'NOT_STARTED',
    startsAt: sale.startsAt,
  });
  shop.wait(1_000);
  expect(await claimOne(shop.flash, claimOf(sale))).toMatchObject({ answer: 'CLAIMED' });
  shop.wait(1_000);
  expect(await claimOne(shop.flash, claimOf(sale))).toEqual({ answer: 'ENDED' });
  expect(await claimOne(shop.flash, claimOf({ id: newId() }))).toEqual({ answer: 'UNKNOWN_SALE' });
});

test('a user gets as many units as the limit allows, however many purchases they are', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop, { units: 10, limitPerUser: 3 });
  const userId = newId();
  const buy = (quantity: number) => claimOne(shop.flash, claimOf(sale, { userId, quantity }));

  expect(await buy(2)).toMatchObject({ answer: 'CLAIMED' });
  expect(await buy(2)).toEqual({ answer: 'LIMIT_REACHED', units: 2 });
  expect(await buy(1)).toMatchObject({ answer: 'CLAIMED' });
  expect(await buy(1)).toEqual({ answer: 'LIMIT_REACHED', units: 3 });
});

test('the same key has the same answer, at the same time and later, and no other content', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop, { units: 10, limitPerUser: 5 });
  const claim = claimOf(sale);
  const again = () => ({ ...claim, orderId: newId() });

  const answers = await shop.flash.claim([claim, again(), again()]);
  answers.push(
    ...(await Promise.all([shop.flash.claim([again()]), shop.flash.claim([again()])])).flat(),
  );
  const expected = { answer: 'CLAIMED', orderId: claim.orderId };
  expect(answers).toEqual(answers.map(() => expected));
  expect(await claimOne(shop.flash, { ...again(), contentHash: 'other' })).toEqual({
    answer: 'CONFLICT',
  });
  await shop.redis.flushdb();
  expect(await claimOne(shop.flash, again())).toEqual(expected);
  expect(await claimOne(shop.flash, { ...again(), contentHash: 'other' })).toEqual({
    answer: 'CONFLICT',
  });
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: 9, reserved: 1 });
});

test('ten attempts of a user in any minute, then a time to wait', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop, { units: 1 });
  await claimOne(shop.flash, claimOf(sale));
  const userId = newId();
  const attempt = () => claimOne(shop.flash, claimOf(sale, { userId }));

  for (let second = 0; second < 10; second++) {
    expect(await attempt()).toMatchObject({ answer: 'SOLD_OUT' });
    shop.wait(1_000);
  }
  expect(await attempt()).toEqual({ answer: 'RATE_LIMITED', waitMs: 50_000 });
  shop.wait(50_000);
  expect(await attempt()).toMatchObject({ answer: 'SOLD_OUT' });
  expect(await attempt()).toEqual({ answer: 'RATE_LIMITED', waitMs: 1_000 });
});

test('units that are given back are for those who come next', async () => {
  await using shop = await openShop();
  const sale = await openSale(shop, { units: 2 });
  const [slow, undecided] = [claimOf(sale), claimOf(sale)];
  await shop.flash.claim([slow, undecided]);
  const next = () => claimOne(shop.flash, claimOf(sale));
  expect(await next()).toEqual({ answer: 'SOLD_OUT', units: 0 });

  await shop.handle([orderEvent('order.cancelled', slow.orderId)]);
  expect(await next()).toMatchObject({ answer: 'CLAIMED' });
  expect(await next()).toMatchObject({ answer: 'SOLD_OUT' });

  shop.wait(HOLD_MS);
  expect(await shop.releaseExpired()).toBe(2);
  expect(await next()).toMatchObject({ answer: 'CLAIMED' });
  // Who cancelled may buy again; the cancelled purchase stays what it was.
  expect(await claimOne(shop.flash, { ...slow, orderId: newId() })).toEqual({
    answer: 'RELEASED',
    orderId: slow.orderId,
  });
  expect(await findBrokenSales(shop)).toEqual([]);
});

test('more than the order path takes wait in the order of arrival, with their units', async () => {
  await using shop = await openShop({ maxInFlight: 2, maxQueue: 3 });
  const sale = await openSale(shop, { units: 5 });
  const people = Array.from({ length: 7 }, () => claimOf(sale));

  const answers = await shop.flash.claim(people);
  expect(answers.map(({ answer }) => answer).join(' ')).toBe(
    'CLAIMED CLAIMED QUEUED QUEUED QUEUED SOLD_OUT SOLD_OUT',
  );
  expect(await queueOf(shop, people.slice(2, 6))).toEqual([1, 2, 3, undefined]);

  const waiting = () => people.slice(2, 5).map(waitingFor);
  expect(countAnswers(await shop.flash.claim(waiting()))).toEqual({ QUEUED: 3 });
  const { orderId = '' } = people[0] ?? {};
  await shop.handle([orderEvent('order.confirmed', orderId, lineOf(sale))]);
  // Asking once more is no way past the others.
  expect(await shop.flash.claim(people.slice(3, 4))).toMatchObject([
    { answer: 'QUEUED', position: 2 },
  ]);
  expect((await shop.flash.claim(waiting())).map(({ answer }) => answer)).toEqual([
    'CLAIMED',
    'QUEUED',
    'QUEUED',
  ]);
  expect(await queueOf(shop, people.slice(2, 5))).toEqual([undefined, 1, 2]);
});

test('who waits and is not heard of again is counted no longer, and the units are for who comes next', async () => {
  await using shop = await openShop({ maxInFlight: 1 });
  const sale = await openSale(shop, { units: 2 });
  const [first, silent, patient] = [claimOf(sale), claimOf(sale), claimOf(sale)];
  const countWaiting = () => countQueue(shop.redis, sale.id, shop.now().getTime());
  await shop.flash.claim([first, silent]);
  expect(await countWaiting()).toBe(1);
  expect((await claimOne(shop.flash, patient)).answer).toBe('SOLD_OUT');

  shop.wait(HOLD_MS - 1);
  expect(await countWaiting()).toBe(1);
  shop.wait(1);
  expect(await countWaiting()).toBe(0);
  expect((await claimOne(shop.flash, patient)).answer).toMatch(/CLAIMED|QUEUED/);
});

test('who is asked for in turn has the place that a retry got while Redis had forgotten the first', async () => {
  await using shop = await openShop({ maxInFlight: 1 });
  const sale = await openSale(shop, { units: 4 });
  const [first, patient, other] = [claimOf(sale), claimOf(sale), claimOf(sale)];
  await shop.flash.claim([first, patient]);
  await shop.redis.flushdb();
  const again = { ...patient, orderId: newId() };
  expect((await shop.flash.claim([other, again])).map(({ answer }) => answer)).toEqual([
    'CLAIMED',
    'QUEUED',
  ]);
  await shop.handle([orderEvent('order.created', other.orderId, lineOf(sale))]);
  await shop.handle([orderEvent('order.confirmed', other.orderId, lineOf(sale))]);

  expect(await shop.flash.claim([waitingFor(patient)])).toEqual([
    { answer: 'CLAIMED', orderId: patient.orderId },
  ]);
  await shop.flash.leave([again]);
  expect(await queueOf(shop, [patient, again])).toEqual([undefined, undefined]);
  expect(await unitsOf(shop, sale.id)).toMatchObject({ available: 1 });
  expect(await findBrokenSales(shop)).toEqual([]);
});

test('a place that is given up is free, and its units are for who comes next; what does not wait stays as it is', async () => {
  await using shop = await openShop({ maxInFlight: 1 });
  const sale = await openSale(shop, { units: 3 });
  const [first, second, third, fourth] = [
    claimOf(sale),
    claimOf(sale),
    claimOf(sale),
    claimOf(sale),
  ];
  await shop.flash.claim([first, second, third]);
  expect((await claimOne(shop.flash, fourth)).answer).toBe('SOLD_OUT');

  await shop.flash.leave([first, second]);
  await shop.flash.leave([second]);

  expect(await queueOf(shop, [second, third])).toEqual([undefined, 1]);
  expect(await claimOne(shop.flash, fourth)).toMatchObject({ answer: 'QUEUED', position: 2 });
  // One may come back, as somebody new: all units are promised again.
  expect((await claimOne(shop.flash, second)).answer).toBe('SOLD_OUT');
  expect(await claimOne(shop.flash, { ...first, orderId: newId() })).toEqual({
    answer: 'CLAIMED',
    orderId: first.orderId,
  });
  expect(await findBrokenSales(shop)).toEqual([]);
});

test('those who follow a sale hear of its queue', async () => {
  await using shop = await openShop({ maxInFlight: 1 });
  const sale = await openSale(shop, { units: 5 });
  await shop.flash.claim([claimOf(sale)]);
  const stop = new AbortController();
  const messages = await shop.live.subscribe(saleChannel(sale.id), stop.signal);

  expect((await claimOne(shop.flash, claimOf(sale))).answer).toBe('QUEUED');

  expect(await messages.next()).toEqual({ done: false, value: { saleId: sale.id } });
  stop.abort();
});

test('a queue that is full says so, and when to try again', async () => {
  await using shop = await openShop({ maxInFlight: 1, maxQueue: 1 });
  const sale = await openSale(shop, { units: 5 });

  expect(await shop.flash.claim([claimOf(sale), claimOf(sale), claimOf(sale)])).toEqual([
    expect.objectContaining({ answer: 'CLAIMED' }),
    expect.objectContaining({ answer: 'QUEUED', position: 1 }),
    { answer: 'BUSY', waitMs: expect.any(Number) },
  ]);
});

test('who waits when Redis loses its memory goes on waiting, or gets the units', async () => {
  await using shop = await openShop({ maxInFlight: 1 });
  const sale = await openSale(shop, { units: 3 });
  const [first, second, third] = [claimOf(sale), claimOf(sale), claimOf(sale)];
  await shop.flash.claim([first, second, third]);

  await shop.redis.flushdb();
  const waiting = [second, third].map(waitingFor);

  expect(await shop.flash.claim(waiting)).toMatchObject([
    { answer: 'CLAIMED', orderId: second.orderId },
    { answer: 'QUEUED', orderId: third.orderId, position: 1 },
  ]);
});
