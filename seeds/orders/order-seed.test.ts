import { createWorld } from '../world.ts';
import { calculateTotals } from '../../subgraphs/orders/domain/pricing.ts';
import { DEFAULT_UNTIL, YEAR_MS } from '../plan.ts';
import { createOrderMaker, type OrderSeed } from './order-seed.ts';

const ORDERS = 20_000;
const plan = { scale: ORDERS / 10_000_000, seed: 7, until: DEFAULT_UNTIL };
const world = createWorld(plan);
const { order: makeOrder } = createOrderMaker(world);
const orders = Array.from({ length: ORDERS }, (_, index) => makeOrder(index));

/** Five standard errors of a share: one run in millions would be off by chance. */
const errorOf = (share: number) => 5 * Math.sqrt((share * (1 - share)) / ORDERS);
const shareOf = (holds: (order: OrderSeed) => boolean) => orders.filter(holds).length / ORDERS;
const isHoliday = ({ placedAt }: OrderSeed) => placedAt.getUTCMonth() >= 10;
const isEvening = ({ placedAt }: OrderSeed) =>
  placedAt.getUTCHours() >= 19 && placedAt.getUTCHours() < 22;
const isUnpaid = ({ ending }: OrderSeed) =>
  ['PAYMENT_DECLINED', 'INSUFFICIENT_FUNDS', 'PAYMENT_TIMED_OUT'].includes(ending);

/** Orders too young to have arrived count as packing: a little over and under the mix. */
const YOUNG = 0.02;

test.each<[string, (order: OrderSeed) => boolean, number, number]>([
  ['delivered', ({ status }) => status === 'DELIVERED', 0.6, YOUNG],
  ['in transit', ({ status }) => status === 'SHIPPED', 0.15, YOUNG],
  ['pending or processing', ({ status }) => status.startsWith('P'), 0.1, YOUNG],
  ['cancelled', (order) => order.status === 'CANCELLED' && !isUnpaid(order), 0.1, 0],
  ['not paid', isUnpaid, 0.05, 0],
  ['in November and December', isHoliday, 0.4, 0],
  ['between 19 and 22 o’clock', isEvening, 0.3, 0],
])('the share of orders %s is as planned', (_name, holds, share, allowance) => {
  expect(Math.abs(shareOf(holds) - share)).toBeLessThan(errorOf(share) + allowance);
});

test('totals have the planned mean and spread, and orders 2.5 lines', () => {
  const totals = orders.map(({ totalCents }) => totalCents / 100);
  const mean = totals.reduce((sum, total) => sum + total, 0) / ORDERS;
  const variance = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / ORDERS;
  const median = totals.toSorted((a, b) => a - b)[ORDERS / 2] ?? 0;
  const lines = orders.reduce((sum, order) => sum + order.lines.length, 0) / ORDERS;

  expect(Math.abs(mean - 75)).toBeLessThan(2);
  expect(Math.abs(Math.sqrt(variance) - 50)).toBeLessThan(6);
  // A lognormal of that mean and spread has its middle at 62.40, far from the mean.
  expect(Math.abs(median - 62.4)).toBeLessThan(3.5);
  expect(Math.abs(lines - 2.5)).toBeLessThan(0.1);
});

test('every order adds up, names a product once, and lies in its year in order', () => {
  // Compared by hand: a matcher for each of so many orders takes ten seconds.
  const wrong = orders.filter((order, index) => {
    const { lines, subtotalCents, shippingCents, totalCents, placedAt } = order;
    const totals = calculateTotals(
      lines.map(({ product, quantity }) => ({ quantity, unitPriceCents: product.priceCents })),
    );
    const isSum =
      subtotalCents === totals.subtotalCents &&
      shippingCents === totals.shippingCents &&
      totalCents === totals.totalCents;
    const names = new Set(lines.map(({ product }) => product.id));
    const before = orders[index - 1]?.placedAt.getTime() ?? plan.until.getTime() - YEAR_MS;
    const isLater = placedAt.getTime() >= before && placedAt < plan.until;
    return !isSum || lines.length === 0 || names.size !== lines.length || !isLater;
  });

  expect(wrong).toEqual([]);
});

test('a history ends in the order’s status, moves on in time and is over before the end of the plan', () => {
  const wrong = orders.filter(({ entries, status }) => {
    const isInOrder = entries.every(({ at, version }, place) => {
      const before = entries[place - 1];
      return before === undefined || (before.at <= at && before.version < version);
    });
    const last = entries.at(-1);
    const isOver = (last?.at ?? plan.until) < plan.until;
    return !isInOrder || last?.status !== status || (status === 'DELIVERED' && !isOver);
  });

  expect(wrong).toEqual([]);
});

test('products of every price are bought, not only the first of each', () => {
  const bought = new Set(orders.flatMap(({ lines }) => lines.map(({ product }) => product.index)));

  expect(bought.size / world.sizes.products).toBeGreaterThan(0.95);
});

test('no product is in every sixth order, even in a shop of two hundred', () => {
  const lines = orders.flatMap((order) => order.lines.map(({ product }) => product.index));
  const counts = [...Map.groupBy(lines, (index) => index).values()].map(({ length }) => length);

  expect(Math.max(...counts) / ORDERS).toBeLessThan(1 / 6);
});

test('only what was placed last waits for its stock', () => {
  const pending = orders.flatMap(({ status }, index) => (status === 'PENDING' ? [index] : []));

  expect(pending.length).toBeGreaterThan(0);
  expect(Math.min(...pending)).toBeGreaterThanOrEqual(ORDERS * 0.995);
});

test('what is on its way moves on over two weeks, not at once', () => {
  const dues = orders
    .filter(({ status }) => status === 'PROCESSING' || status === 'SHIPPED')
    .map(({ dueAt }) => dueAt.getTime() - plan.until.getTime());
  const inTheFirstHour = dues.filter((due) => due < 3_600_000).length;

  expect(Math.min(...dues)).toBeGreaterThanOrEqual(0);
  expect(inTheFirstHour / dues.length).toBeLessThan(2 / (14 * 24));
});

test('the same plan makes the same orders, whatever was made before; another seed makes others', () => {
  const again = createOrderMaker(createWorld(plan)).order;
  const other = createOrderMaker(createWorld({ ...plan, seed: 8 })).order;

  expect(again(4_711)).toEqual(orders[4_711]);
  expect(again(3)).toEqual(orders[3]);
  expect(other(4_711)).not.toEqual(orders[4_711]);
});

test('ids are unique, and sort by time', () => {
  const ids = orders.map(({ id }) => id);

  expect(new Set(ids).size).toBe(ORDERS);
  expect(ids.map((id) => id.slice(0, 13))).toEqual(ids.map((id) => id.slice(0, 13)).toSorted());
});

function ordersOf(user: number): number {
  const { id } = world.user(user);
  return orders.filter(({ userId }) => userId === id).length;
}

test('ada and ben have some orders, the administrator none', () => {
  expect([0, 1, 2].map(ordersOf)).toEqual([0, expect.closeTo(12, -1), expect.closeTo(5, -1)]);
});
