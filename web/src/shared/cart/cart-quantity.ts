import type { Money } from '../format/money.ts';

export const MAX_QUANTITY = 99;

type Line = {
  readonly quantity: number;
  readonly unitPrice?: Money | null;
  readonly lineTotal?: Money | null;
  readonly product: { readonly id: string };
};

type CartLike<L extends Line> = {
  readonly lines: readonly L[];
  readonly subtotal: Money;
  readonly shippingFee: Money;
  readonly total: Money;
  readonly totalQuantity: number;
};

/**
 * The cart as it will be once the server has set a quantity; 0 takes the line out. The shipping fee is the server's to
 * decide, so it stays as it was until the answer comes, except that an empty cart ships for nothing.
 */
export function withQuantity<L extends Line, C extends CartLike<L>>(
  cart: C & CartLike<L>,
  productId: string,
  quantity: number,
): C {
  const lines = cart.lines
    .map((line) => (line.product.id === productId ? recount(line, quantity) : line))
    .filter((line) => line.quantity > 0);
  const subtotal = sum(
    lines.map((line) => line.lineTotal?.amountCents ?? 0),
    cart.subtotal,
  );
  const shippingFee =
    lines.length === 0 ? { ...cart.shippingFee, amountCents: 0 } : cart.shippingFee;
  return {
    ...cart,
    lines,
    subtotal,
    shippingFee,
    total: sum([subtotal.amountCents, shippingFee.amountCents], cart.total),
    totalQuantity: lines.reduce((units, line) => units + line.quantity, 0),
  };
}

function recount<L extends Line>(line: L, quantity: number): L {
  const { unitPrice } = line;
  if (!unitPrice) return { ...line, quantity };
  const lineTotal = { ...unitPrice, amountCents: unitPrice.amountCents * quantity };
  return { ...line, quantity, lineTotal };
}

function sum<M extends Money>(amounts: readonly number[], like: M): M {
  return { ...like, amountCents: amounts.reduce((total, amount) => total + amount, 0) };
}

/** What a person typed as a quantity, kept within what a cart line takes. */
export function clampQuantity(value: number | string): number {
  const units = Math.trunc(Number(value));
  if (Number.isNaN(units)) return 1;
  return Math.min(MAX_QUANTITY, Math.max(1, units));
}
