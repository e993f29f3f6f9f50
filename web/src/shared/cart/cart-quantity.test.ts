import { clampQuantity, withQuantity } from './cart-quantity.ts';

const usd = (amountCents: number) => ({ amountCents, currency: 'USD' });

function line(id: string, quantity: number, unitCents: number | null) {
  return {
    product: { id },
    quantity,
    unitPrice: unitCents === null ? null : usd(unitCents),
    lineTotal: unitCents === null ? null : usd(unitCents * quantity),
  };
}

function cart(...lines: ReturnType<typeof line>[]) {
  const subtotal = lines.reduce((total, { lineTotal }) => total + (lineTotal?.amountCents ?? 0), 0);
  return {
    lines,
    subtotal: usd(subtotal),
    shippingFee: usd(499),
    total: usd(subtotal + 499),
    totalQuantity: lines.reduce((units, { quantity }) => units + quantity, 0),
  };
}

test('a new quantity changes its line and every total', () => {
  const before = cart(line('mug', 1, 1200), line('tea', 2, 500));
  expect(withQuantity(before, 'mug', 3)).toEqual(cart(line('mug', 3, 1200), line('tea', 2, 500)));
});

test('quantity 0 takes the line out', () => {
  const before = cart(line('mug', 1, 1200), line('tea', 2, 500));
  expect(withQuantity(before, 'mug', 0)).toEqual(cart(line('tea', 2, 500)));
});

test('an empty cart costs nothing, shipping included', () => {
  expect(withQuantity(cart(line('mug', 1, 1200)), 'mug', 0)).toMatchObject({
    lines: [],
    total: usd(0),
    shippingFee: usd(0),
    totalQuantity: 0,
  });
});

test('a line that cannot be bought counts as units, not as money', () => {
  const before = cart(line('gone', 2, null), line('tea', 1, 500));
  expect(withQuantity(before, 'gone', 1)).toMatchObject({ subtotal: usd(500), totalQuantity: 2 });
});

test('a product that is not in the cart changes nothing, and the cart given stays as it was', () => {
  const before = cart(line('tea', 1, 500));
  const copy = structuredClone(before);
  expect(withQuantity(before, 'mug', 3)).toEqual(copy);
  withQuantity(before, 'tea', 9);
  expect(before).toEqual(copy);
});

test.each([
  ['3', 3],
  [0, 1],
  [-5, 1],
  [250, 99],
  [2.9, 2],
  ['', 1],
  ['many', 1],
])('%j units are %i', (value, units) => {
  expect(clampQuantity(value)).toBe(units);
});
