import type { CopyValue } from '../loading/copy-encoding.ts';
import type { CopyTable } from '../loading/copy-rows.ts';
import type { OrderSeed } from '../orders/order-seed.ts';
import { homeOf } from './warehouses.ts';

const HOLD_MS = 10 * 60_000;

export const RESERVATIONS: CopyTable = {
  name: 'reservation',
  columns: {
    order_id: 'uuid',
    status: 'text',
    expires_at: 'timestamptz',
    release_reason: 'text',
    missing: 'jsonb',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
};

export function toReservation(order: OrderSeed): CopyValue[][] {
  const { id, placedAt, status, ending, lines } = order;
  const updatedAt = order.entries.at(-1)?.at ?? placedAt;
  const row = (...facts: [string, Date | null, string | null, string | null]) => [
    [id, ...facts, placedAt, updatedAt],
  ];

  // Nobody has asked for its units yet.
  if (status === 'PENDING') return [];
  if (ending === 'OUT_OF_STOCK') {
    const [line] = lines;
    const missing = { productId: line?.product.id, requested: line?.quantity, available: 0 };
    return row('FAILED', null, null, JSON.stringify([missing]));
  }
  if (status === 'CANCELLED') return row('RELEASED', null, 'CANCELLED', null);
  return row('COMMITTED', new Date(placedAt.getTime() + HOLD_MS), null, null);
}

export const RESERVATION_LINES: CopyTable = {
  name: 'reservation_line',
  columns: { order_id: 'uuid', product_id: 'uuid', warehouse_id: 'uuid', quantity: 'int4' },
};

/** An order that has given its units back has none. */
export function toReservedLines({ id, status, lines }: OrderSeed): CopyValue[][] {
  if (status === 'PENDING' || status === 'CANCELLED') return [];
  return lines.map(({ product, quantity }) => [id, product.id, homeOf(product.index).id, quantity]);
}
