import { calculateTotals, shippingFeeCents } from './pricing.ts';

const line = (unitPriceCents: number, quantity = 1) => ({ unitPriceCents, quantity });

test('shipping costs 4.99 below 50.00 and nothing from there on', () => {
  expect([0, 1, 49_99, 50_00, 50_01].map(shippingFeeCents)).toEqual([499, 499, 499, 0, 0]);
});

test('the total is the sum of all lines and the shipping fee', () => {
  expect(calculateTotals([line(1_000, 2), line(999)])).toEqual({
    subtotalCents: 2_999,
    shippingCents: 499,
    totalCents: 3_498,
  });
});

test('nothing costs nothing', () => {
  expect(calculateTotals([])).toEqual({ subtotalCents: 0, shippingCents: 0, totalCents: 0 });
});
