import { DEFAULT_UNTIL } from '../plan.ts';
import { createWorld } from '../world.ts';
import type { FraudKind } from './fraud.ts';
import { createOrderMaker, type OrderSeed } from './order-seed.ts';

const ORDERS = 20_000;
const HOUR_MS = 3_600_000;
const plan = { scale: ORDERS / 10_000_000, seed: 7, until: DEFAULT_UNTIL };
const world = createWorld(plan);
const { order } = createOrderMaker(world);
const orders = Array.from({ length: ORDERS }, (_, index) => order(index));
const honest = orders.filter(({ fraud }) => fraud === undefined);
const joinedAt = new Map(
  Array.from({ length: world.sizes.users }, (_, index) => {
    const { id, createdAt } = world.user(index);
    return [id, createdAt.getTime()] as const;
  }),
);

function casesOf(kind: FraudKind): OrderSeed[][] {
  const planted = orders.filter(({ fraud }) => fraud?.kind === kind);
  return [...Map.groupBy(planted, ({ fraud }) => fraud?.caseNumber).values()];
}

const distinct = (values: readonly unknown[]) => new Set(values).size;
const ageOfAccount = ({ userId, placedAt }: OrderSeed) =>
  placedAt.getTime() - (joinedAt.get(userId) ?? Infinity);
const spanOf = (group: readonly OrderSeed[]) =>
  (group.at(-1)?.placedAt.getTime() ?? 0) - (group[0]?.placedAt.getTime() ?? 0);

test('two of a hundred orders are planted, a third of them of each kind', () => {
  const planted = orders.length - honest.length;

  // The few that fall on an order of a demo account are left out.
  expect(planted).toBeGreaterThan(ORDERS * 0.0195);
  expect(planted).toBeLessThanOrEqual(ORDERS * 0.02);
  for (const kind of ['SHARED_IP', 'ADDRESS_CHANGES', 'NEW_ACCOUNT'] as const) {
    expect(casesOf(kind).length).toBeGreaterThanOrEqual(13);
  }
});

test('the orders of a case follow each other within half an hour', () => {
  const spans = (['SHARED_IP', 'ADDRESS_CHANGES', 'NEW_ACCOUNT'] as const)
    .flatMap(casesOf)
    .map(spanOf);

  expect(Math.max(...spans)).toBeLessThanOrEqual(HOUR_MS / 2);
});

test('ten accounts share one address of the internet, as no honest ones do at that pace', () => {
  for (const group of casesOf('SHARED_IP')) {
    expect(distinct(group.map(({ clientIp }) => clientIp))).toBe(1);
    expect(distinct(group.map(({ userId }) => userId))).toBe(group.length);
  }
  for (const group of Map.groupBy(honest, ({ clientIp }) => clientIp).values()) {
    const crowd = group.filter((each) => {
      const near = group.filter(
        (other) => Math.abs(other.placedAt.getTime() - each.placedAt.getTime()) < HOUR_MS,
      );
      return distinct(near.map(({ userId }) => userId)) > 3;
    });
    expect(crowd).toEqual([]);
  }
});

test('an account sends each order of a case to another address, while the honest stay with theirs', () => {
  for (const group of casesOf('ADDRESS_CHANGES')) {
    const byAccount = Map.groupBy(group, ({ userId }) => userId);
    expect(byAccount.size).toBe(2);
    for (const own of byAccount.values()) {
      expect(distinct(own.map(({ addressJson }) => addressJson))).toBe(own.length);
    }
  }
  const homes = new Map<string, string>();
  for (const { userId, addressJson } of honest) {
    expect(homes.get(userId) ?? addressJson).toBe(addressJson);
    homes.set(userId, addressJson);
  }
});

test('an account that is younger than two hours buys for $200 and more', () => {
  for (const group of casesOf('NEW_ACCOUNT')) {
    expect(distinct(group.map(({ userId }) => userId))).toBe(2);
    for (const each of group) {
      expect(ageOfAccount(each)).toBeGreaterThan(0);
      expect(ageOfAccount(each)).toBeLessThan(2 * HOUR_MS);
      expect(each.totalCents).toBeGreaterThan(200_00);
    }
  }
});

test('nobody orders before having joined, and some who have just joined are honest', () => {
  expect(orders.filter((each) => ageOfAccount(each) < 0)).toEqual([]);
  const fresh = honest.filter((each) => ageOfAccount(each) < 24 * HOUR_MS);
  expect(fresh.length).toBeGreaterThan(0);
});

const shareCancelled = (group: readonly OrderSeed[]) =>
  group.filter(({ status }) => status === 'CANCELLED').length / group.length;

test('the truth is in the record alone: planted orders end as others do', () => {
  const planted = orders.filter(({ fraud }) => fraud !== undefined);
  expect(Math.abs(shareCancelled(planted) - shareCancelled(honest))).toBeLessThan(0.09);
});
