import type { OrderState } from './order.ts';
import { isHopeless, nextLookAt, nextSweepAt, sweepAgainAt } from './sweep.ts';

const limits = { stallMs: 15_000, giveUpMs: 600_000, packMs: 2_000, transitMs: 4_000 };
const start = new Date('2026-03-01T12:00:00.000Z');
const later = (ms: number) => new Date(start.getTime() + ms);

const order = (status: OrderState['status']) =>
  ({ status, updatedAt: start }) as unknown as OrderState;

test('an order that waits for the carrier is given the time that the carrier needs', () => {
  expect(nextSweepAt('PENDING', start, limits)).toEqual(later(15_000));
  expect(nextSweepAt('PROCESSING', start, limits)).toEqual(later(17_000));
  expect(nextSweepAt('SHIPPED', start, limits)).toEqual(later(19_000));
});

test('an order that is being charged is announced again sooner: its charge is lost with a process', () => {
  expect(nextSweepAt('AWAITING_PAYMENT', start, limits)).toEqual(later(5_000));
  expect(nextSweepAt('AWAITING_PAYMENT', start, { ...limits, stallMs: 1_000 })).toEqual(
    later(1_000),
  );
});

test('an order that has ended is left alone', () => {
  expect(nextSweepAt('DELIVERED', start, limits)).toBeNull();
  expect(nextSweepAt('CANCELLED', start, limits)).toBeNull();
});

test('an order that has arrived is looked at until its refund is told', () => {
  const asked = { ...order('DELIVERED'), isRefundRequested: true, isRefunded: false };
  expect(nextLookAt(asked, start, limits)).toEqual(later(15_000));
  expect(nextLookAt({ ...asked, isRefunded: true }, start, limits)).toBeNull();
  expect(nextLookAt(order('DELIVERED'), start, limits)).toBeNull();
});

test('only an order that is not paid is given up, and not before its time', () => {
  expect(isHopeless(order('PENDING'), later(599_999), limits)).toBe(false);
  expect(isHopeless(order('PENDING'), later(600_000), limits)).toBe(true);
  expect(isHopeless(order('AWAITING_PAYMENT'), later(600_000), limits)).toBe(true);
  expect(isHopeless(order('CONFIRMED'), later(600_000), limits)).toBe(false);
});

test('an order that stays where it is gets announced at longer and longer intervals', () => {
  const times: number[] = [];
  let now = later(15_000);
  for (let sweep = 0; sweep < 7; sweep++) {
    now = sweepAgainAt(order('CONFIRMED'), now, limits) ?? start;
    times.push((now.getTime() - start.getTime()) / 1_000);
  }

  expect(times).toEqual([30, 60, 120, 240, 480, 780, 1_080]);
});

test('an order that is not paid is looked at when its time is over', () => {
  expect(sweepAgainAt(order('PENDING'), later(480_000), limits)).toEqual(later(600_000));
});

test('an order that is being charged does not wait long for its next announcement, however long it has stood', () => {
  expect(sweepAgainAt(order('AWAITING_PAYMENT'), later(10_000), limits)).toEqual(later(20_000));
  expect(sweepAgainAt(order('AWAITING_PAYMENT'), later(200_000), limits)).toEqual(later(220_000));
  expect(sweepAgainAt(order('AWAITING_PAYMENT'), later(590_000), limits)).toEqual(later(600_000));

  const patient = { ...limits, giveUpMs: 3_600_000 };
  expect(sweepAgainAt(order('AWAITING_PAYMENT'), later(200_000), patient)).toEqual(later(320_000));
});
