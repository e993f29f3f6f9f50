import { adjustStock } from './adjust-stock.ts';

const level = {
  productId: 'mug',
  warehouseId: 'ber',
  available: 3,
  reserved: 2,
  sold: 1,
  received: 6,
};

test('puts units in', () => {
  expect(adjustStock(level, 4)).toEqual({
    ok: true,
    level: { ...level, available: 7, received: 10 },
  });
});

test('takes free units out, and none that orders hold or have bought', () => {
  expect(adjustStock(level, -3)).toEqual({
    ok: true,
    level: { ...level, available: 0, received: 3 },
  });
  expect(adjustStock(level, -4)).toEqual({ ok: false, available: 3 });
});
