import { MAX_VIOLATIONS, type Finding, type Invariant } from './invariant.ts';

interface Held {
  orderId: string;
  status: string;
}

/** Holds are few, however many orders there are: each is looked up. */
const MAX_HOLDS = 100_000;

/** A hold of an order that has ended would keep units from everybody until it expires. */
export const heldByOrders: Invariant = {
  name: 'held-by-orders',
  says: 'units are held only for orders that are on their way to be paid',
  isEventual: true,
  async check({ query }, { sinceId }): Promise<Finding> {
    const held = await query<{ orderId: string }>(
      'inventory',
      `select order_id as "orderId" from reservation
       where status = 'HELD' and order_id >= $1::uuid order by order_id limit $2`,
      [sinceId, MAX_HOLDS],
    );
    const orders = await query<Held>(
      'orders',
      `select id as "orderId", status from customer_order where id = any($1::uuid[])`,
      [held.map(({ orderId }) => orderId)],
    );
    const statusOf = new Map(orders.map(({ orderId, status }) => [orderId, status]));
    const wrong = held.flatMap(({ orderId }) => {
      const status = statusOf.get(orderId);
      if (status !== undefined && status !== 'CANCELLED' && status !== 'DELIVERED') return [];
      return [{ subject: orderId, text: `units are held, the order is ${status ?? 'missing'}` }];
    });
    return {
      looked: held.length,
      broken: wrong.length,
      violations: wrong.slice(0, MAX_VIOLATIONS),
    };
  },
};
