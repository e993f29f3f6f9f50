import { addUpLines, allocateOrder } from './allocate-order.ts';
import type { StockLevel } from './stock-level.ts';

const level = (productId: string, warehouseId: string, available: number): StockLevel => ({
  productId,
  warehouseId,
  available,
  reserved: 0,
  sold: 0,
  received: available,
});
const mugs = (quantity: number) => ({ productId: 'mug', quantity });
const caps = (quantity: number) => ({ productId: 'cap', quantity });

test('takes everything from one warehouse that has it all, though others are fuller', () => {
  const levels = [
    level('mug', 'ber', 9),
    level('cap', 'ber', 0),
    level('mug', 'ham', 2),
    level('cap', 'ham', 1),
  ];

  expect(allocateOrder(levels, [mugs(2), caps(1)])).toEqual({
    ok: true,
    lines: [
      { ...mugs(2), warehouseId: 'ham' },
      { ...caps(1), warehouseId: 'ham' },
    ],
  });
});

test('prefers the warehouse with most units to spare', () => {
  const levels = [level('mug', 'ber', 3), level('mug', 'ham', 8)];

  expect(allocateOrder(levels, [mugs(1)])).toMatchObject({ lines: [{ warehouseId: 'ham' }] });
});

test('splits a line over warehouses, the fullest first, when none has enough', () => {
  const levels = [level('mug', 'ber', 2), level('mug', 'ham', 5), level('mug', 'muc', 0)];

  expect(allocateOrder(levels, [mugs(6)])).toEqual({
    ok: true,
    lines: [
      { ...mugs(5), warehouseId: 'ham' },
      { ...mugs(1), warehouseId: 'ber' },
    ],
  });
});

test('takes nothing when one line is short, and names what is there of it in all warehouses', () => {
  const levels = [level('mug', 'ber', 5), level('cap', 'ber', 1), level('cap', 'ham', 1)];

  expect(allocateOrder(levels, [mugs(2), caps(3)])).toEqual({
    ok: false,
    missing: [{ productId: 'cap', requested: 3, available: 2 }],
  });
});

test('is short of everything of a product that was never stocked', () => {
  expect(allocateOrder([], [mugs(1)])).toEqual({
    ok: false,
    missing: [{ productId: 'mug', requested: 1, available: 0 }],
  });
});

test('adds up lines that repeat a product', () => {
  expect(addUpLines([mugs(3), caps(1), mugs(3)])).toEqual([mugs(6), caps(1)]);
  expect(allocateOrder([level('mug', 'ber', 5)], [mugs(3), mugs(3)])).toEqual({
    ok: false,
    missing: [{ productId: 'mug', requested: 6, available: 5 }],
  });
});
