export const MAX_CART_LINES = 100;
export const MAX_LINE_QUANTITY = 99;

export interface CartLine {
  productId: string;
  quantity: number;
}

/** The quantity that a line gets, or the sentence that says why it cannot. */
export type CartChange = { ok: true; quantity: number } | { ok: false; problem: string };

/** The lines that an edit of a cart changes, 0 units for those that go, or the sentence that says why it cannot. */
export type CartEdit = (
  lines: readonly CartLine[],
) => { ok: true; changed: readonly CartLine[] } | { ok: false; problem: string };

export const adding =
  ({ productId, quantity }: CartLine): CartEdit =>
  (lines) =>
    changing(productId, addUnits(lines, productId, quantity));

export const setting =
  ({ productId, quantity }: CartLine): CartEdit =>
  (lines) =>
    changing(productId, setUnits(lines, productId, quantity));

export const clearing: CartEdit = (lines) => ({
  ok: true,
  changed: lines.map(({ productId }) => ({ productId, quantity: 0 })),
});

function changing(productId: string, change: CartChange): ReturnType<CartEdit> {
  return change.ok ? { ok: true, changed: [{ productId, quantity: change.quantity }] } : change;
}

/** `quantity` units on top of those that are there. */
export function addUnits(
  lines: readonly CartLine[],
  productId: string,
  quantity: number,
): CartChange {
  if (quantity < 1 || quantity > MAX_LINE_QUANTITY) return outOfBounds(1, quantity);
  const current = lines.find((line) => line.productId === productId)?.quantity ?? 0;
  if (current + quantity > MAX_LINE_QUANTITY) {
    return {
      ok: false,
      problem: `a cart holds at most ${MAX_LINE_QUANTITY} units of a product, and has ${current} of this one`,
    };
  }
  return withRoom(lines, productId, current + quantity);
}

/** Exactly `quantity` units; 0 takes the line out. */
export function setUnits(
  lines: readonly CartLine[],
  productId: string,
  quantity: number,
): CartChange {
  if (quantity < 0 || quantity > MAX_LINE_QUANTITY) return outOfBounds(0, quantity);
  return quantity === 0 ? { ok: true, quantity } : withRoom(lines, productId, quantity);
}

/** A cart with changed lines: new ones come last, those with 0 units go. */
export function applyChanges(lines: readonly CartLine[], changed: readonly CartLine[]): CartLine[] {
  const quantities = new Map(lines.map(({ productId, quantity }) => [productId, quantity]));
  for (const { productId, quantity } of changed) quantities.set(productId, quantity);
  return Array.from(quantities, ([productId, quantity]) => ({ productId, quantity })).filter(
    ({ quantity }) => quantity > 0,
  );
}

/** What stays in a cart when an order has taken its lines; undefined when they are no longer there. */
export function takeLines(
  lines: readonly CartLine[],
  ordered: readonly CartLine[],
): CartLine[] | undefined {
  const left = new Map(lines.map(({ productId, quantity }) => [productId, quantity]));
  for (const { productId, quantity } of ordered) {
    left.set(productId, (left.get(productId) ?? 0) - quantity);
  }
  const rest = Array.from(left, ([productId, quantity]) => ({ productId, quantity }));
  if (rest.some(({ quantity }) => quantity < 0)) return undefined;
  return rest.filter(({ quantity }) => quantity > 0);
}

function withRoom(lines: readonly CartLine[], productId: string, quantity: number): CartChange {
  const isNew = !lines.some((line) => line.productId === productId);
  if (isNew && lines.length >= MAX_CART_LINES) {
    return { ok: false, problem: `a cart holds at most ${MAX_CART_LINES} products` };
  }
  return { ok: true, quantity };
}

function outOfBounds(least: number, quantity: number): CartChange {
  return {
    ok: false,
    problem: `quantity must be from ${least} to ${MAX_LINE_QUANTITY}, not ${quantity}`,
  };
}
