import { v7 as newId } from 'uuid';
import type { Envelope } from '#platform/bus/bus.ts';
import { insertOrders } from '../data/insert-orders.ts';
import type { Tables } from '../data/tables.ts';
import type { OrderStatus } from '../domain/order.ts';
import type { TestDatabase } from '#platform/testing/database.ts';

const PLACED_AT = new Date('2026-03-01T12:00:00.000Z');

export interface StoredOrderOptions {
  userId?: string;
  status?: OrderStatus;
  paymentToken?: string;
  lines?: readonly { name: string; cents: number; productId?: string }[];
  placedAt?: Date;
}

/** An order in the database, put into a status without the events that lead there. */
export async function storeOrder(
  { db, store }: TestDatabase<Tables>,
  options: StoredOrderOptions = {},
): Promise<string> {
  const { userId = newId(), status = 'AWAITING_PAYMENT', placedAt = PLACED_AT } = options;
  const { paymentToken = 'tok_visa', lines = [{ name: 'Mug', cents: 2_500 }] } = options;
  const id = newId();
  const subtotalCents = lines.reduce((sum, { cents }) => sum + cents, 0);
  await store.transact((tx) =>
    insertOrders(tx, [
      {
        id,
        userId,
        lines: lines.map(({ name, cents, productId = newId() }) => ({
          productId,
          name,
          quantity: 1,
          unitPriceCents: cents,
        })),
        subtotalCents,
        shippingCents: 0,
        totalCents: subtotalCents,
        currency: 'USD',
        address: {
          recipient: 'Ada',
          line1: '1 Way',
          line2: null,
          city: 'Berlin',
          region: null,
          postalCode: '10115',
          country: 'DE',
        },
        paymentToken,
        paymentMethod: 'Visa •••• 4242',
        placedAt,
        nextSweepAt: null,
        message: 'The order was placed.',
      },
    ]),
  );
  const cancellation_reason = status === 'CANCELLED' ? 'CUSTOMER_REQUEST' : null;
  await db
    .updateTable('customer_order')
    .set({ status, cancellation_reason })
    .where('id', '=', id)
    .execute();
  return id;
}

export function envelope(type: string, orderId: string): Envelope {
  return { id: newId(), type, key: orderId, time: PLACED_AT.toISOString(), data: { orderId } };
}
