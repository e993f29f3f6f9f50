import {
  adding,
  addUnits,
  applyChanges,
  clearing,
  MAX_CART_LINES,
  setUnits,
  takeLines,
} from './cart.ts';

const mugs = (quantity: number) => ({ productId: 'mug', quantity });
const caps = (quantity: number) => ({ productId: 'cap', quantity });
const full = Array.from({ length: MAX_CART_LINES }, (_, index) => ({
  productId: `product-${index}`,
  quantity: 1,
}));

test('adds units to those that are there', () => {
  expect(addUnits([mugs(2)], 'mug', 3)).toEqual({ ok: true, quantity: 5 });
  expect(addUnits([], 'mug', 3)).toEqual({ ok: true, quantity: 3 });
});

test.each([0, -1, 100])('refuses to add %i units', (quantity) => {
  expect(addUnits([], 'mug', quantity)).toMatchObject({ ok: false });
});

test('a line holds at most 99 units', () => {
  expect(addUnits([mugs(98)], 'mug', 1)).toEqual({ ok: true, quantity: 99 });
  expect(addUnits([mugs(98)], 'mug', 2)).toMatchObject({ ok: false });
  expect(setUnits([mugs(1)], 'mug', 100)).toMatchObject({ ok: false });
  expect(setUnits([mugs(1)], 'mug', -1)).toMatchObject({ ok: false });
});

test('a full cart takes no new product, but more of one that it has', () => {
  expect(addUnits(full, 'mug', 1)).toMatchObject({ ok: false });
  expect(setUnits(full, 'mug', 1)).toMatchObject({ ok: false });
  expect(addUnits(full, 'product-7', 1)).toEqual({ ok: true, quantity: 2 });
  expect(setUnits(full, 'mug', 0)).toEqual({ ok: true, quantity: 0 });
});

test('an order takes its lines and leaves what was added since', () => {
  expect(takeLines([mugs(3), caps(1)], [mugs(2)])).toEqual([mugs(1), caps(1)]);
  expect(takeLines([mugs(2)], [mugs(2)])).toEqual([]);
});

test('an order cannot take what is no longer there', () => {
  expect(takeLines([mugs(1)], [mugs(2)])).toBeUndefined();
  expect(takeLines([], [caps(1)])).toBeUndefined();
});

test('an edit tells the lines that change, and a cart with them', () => {
  const cart = [mugs(2), caps(1)];
  expect(adding(mugs(3))(cart)).toEqual({ ok: true, changed: [mugs(5)] });
  expect(applyChanges(cart, [mugs(5)])).toEqual([mugs(5), caps(1)]);
  expect(applyChanges([caps(1)], [mugs(1)])).toEqual([caps(1), mugs(1)]);
  expect(clearing(cart)).toEqual({ ok: true, changed: [mugs(0), caps(0)] });
  expect(applyChanges(cart, [mugs(0), caps(0)])).toEqual([]);
});
