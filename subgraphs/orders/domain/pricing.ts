import type { OrderLine } from '#schema/events/order-events.ts';

/** GraphQL's Int ends here: 21,474,836.47. */
export const MAX_TOTAL_CENTS = 2_147_483_647;

const FREE_SHIPPING_FROM_CENTS = 50_00;
const SHIPPING_CENTS = 4_99;

export interface Totals {
  subtotalCents: number;
  shippingCents: number;
  totalCents: number;
}

type Priced = Pick<OrderLine, 'quantity' | 'unitPriceCents'>;

export function calculateTotals(lines: readonly Priced[]): Totals {
  const subtotalCents = lines.reduce((sum, line) => sum + lineTotalCents(line), 0);
  const shippingCents = lines.length === 0 ? 0 : shippingFeeCents(subtotalCents);
  return { subtotalCents, shippingCents, totalCents: subtotalCents + shippingCents };
}

export function lineTotalCents({ quantity, unitPriceCents }: Priced): number {
  return quantity * unitPriceCents;
}

export function shippingFeeCents(subtotalCents: number): number {
  return subtotalCents >= FREE_SHIPPING_FROM_CENTS ? 0 : SHIPPING_CENTS;
}
