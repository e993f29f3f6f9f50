import { v7 as newId } from 'uuid';
import type { Envelope } from '#platform/bus/bus.ts';
import type { AchievementEvent } from '#schema/events/achievement-events.ts';
import type { OrderEvent } from '#schema/events/order-events.ts';
import type { PaymentEvent } from '#schema/events/payment-events.ts';
import type { UserEvent } from '#schema/events/user-events.ts';
import type { Db } from '../data/tables.ts';
import { insertUsers, type NewUser } from '../data/user.repository.ts';
import { DEFAULT_PREFERENCES } from '../domain/user.ts';

export const NOON = new Date('2026-03-01T12:00:00.000Z');

/** An event as it arrives; every call is another announcement. */
export function announce(
  event: OrderEvent | PaymentEvent | UserEvent | AchievementEvent,
): Envelope {
  return { id: newId(), key: newId(), time: NOON.toISOString(), ...event };
}

export async function insertAda(db: Db, change: Partial<NewUser> = {}): Promise<NewUser> {
  const ada: NewUser = {
    id: newId(),
    email: 'ada@example.com',
    name: 'Ada',
    phone: null,
    roles: ['CUSTOMER'],
    preferences: DEFAULT_PREFERENCES,
    passwordHash: 'none',
    createdAt: NOON,
    ...change,
  };
  await insertUsers(db, [ada]);
  return ada;
}

/** The steps of an order of this user. */
export function orderOf(userId: string, orderId = newId()) {
  const order = { orderId, userId };
  const money = { totalCents: 1999, currency: 'EUR' };
  const lines = [{ productId: 'p1', name: 'Mug', quantity: 1, unitPriceCents: 1999 }];
  return {
    confirmed: () => announce({ type: 'order.confirmed', data: { ...order, ...money, lines } }),
    shipped: () =>
      announce({
        type: 'order.shipped',
        data: { ...order, carrier: 'Swift', trackingNumber: 'SW1' },
      }),
    delivered: () => announce({ type: 'order.delivered', data: order }),
    cancelled: () =>
      announce({
        type: 'order.cancelled',
        data: { ...order, ...money, reason: 'CUSTOMER_REQUEST' },
      }),
    refundRequested: () =>
      announce({ type: 'order.refund_requested', data: { ...order, ...money } }),
    refunded: () => announce({ type: 'payment.refunded', data: { orderId, amountCents: 1999 } }),
  };
}
