import { DEMO_SCALE, DEFAULT_UNTIL } from '../plan.ts';
import { createWorld } from '../world.ts';
import { createOrderMaker } from './order-seed.ts';

const DAY_MS = 24 * 3_600_000;
const world = createWorld({ scale: DEMO_SCALE, seed: 1, until: DEFAULT_UNTIL });
const { order } = createOrderMaker(world);
const orders = Array.from({ length: world.sizes.orders }, (_, index) => order(index));

test('what is on its way in the demo was ordered in the last days, and moves on soon', () => {
  const onTheWay = orders.filter(({ status }) => status === 'PROCESSING' || status === 'SHIPPED');
  const ages = onTheWay.map(({ placedAt }) => DEFAULT_UNTIL.getTime() - placedAt.getTime());
  const dues = onTheWay.map(({ dueAt }) => dueAt.getTime() - DEFAULT_UNTIL.getTime());

  expect(onTheWay.length).toBeGreaterThan(50);
  expect(Math.max(...ages)).toBeLessThan(6 * DAY_MS);
  expect(Math.max(...dues)).toBeLessThan(3 * DAY_MS);
  expect(orders.filter(({ status }) => status === 'SHIPPED').length).toBeGreaterThan(30);
});

test('its histories are over before its end', () => {
  const late = orders.filter(
    ({ entries }) => (entries.at(-1)?.at ?? DEFAULT_UNTIL) > DEFAULT_UNTIL,
  );

  expect(late.filter(({ status }) => status === 'DELIVERED' || status === 'SHIPPED')).toEqual([]);
});
