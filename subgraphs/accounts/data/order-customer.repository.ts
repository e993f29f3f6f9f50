import { sql } from 'kysely';
import type { Tx } from './tables.ts';

export interface OrderCustomer {
  orderId: string;
  userId: string;
  currency: string;
}

export interface OrderRefund {
  orderId: string;
  refundedCents: number;
}

export type RefundOfCustomer = OrderCustomer & OrderRefund;

/** Returns the refunds that now have a customer: they may have come first. */
export function saveOrderCustomers(
  tx: Tx,
  customers: readonly OrderCustomer[],
): Promise<RefundOfCustomer[]> {
  // In the order of ids, so that two transactions with the same orders cannot deadlock.
  return saved(
    tx,
    customers,
    sql`
      insert into order_customer (order_id, user_id, currency)
      select distinct on (order_id) order_id, user_id, currency
      from unnest(
        ${customers.map(({ orderId }) => orderId)}::text[],
        ${customers.map(({ userId }) => userId)}::uuid[],
        ${customers.map(({ currency }) => currency)}::text[]
      ) as customer (order_id, user_id, currency)
      order by order_id
      on conflict (order_id) do update set user_id = excluded.user_id, currency = excluded.currency
      where order_customer.user_id is null
    `,
  );
}

/** Returns those whose customer is known. */
export function saveRefunds(tx: Tx, refunds: readonly OrderRefund[]): Promise<RefundOfCustomer[]> {
  return saved(
    tx,
    refunds,
    sql`
      insert into order_customer (order_id, refunded_cents)
      select distinct on (order_id) order_id, refunded_cents
      from unnest(
        ${refunds.map(({ orderId }) => orderId)}::text[],
        ${refunds.map(({ refundedCents }) => refundedCents)}::bigint[]
      ) as refund (order_id, refunded_cents)
      order by order_id
      on conflict (order_id) do update set refunded_cents = excluded.refunded_cents
    `,
  );
}

async function saved(
  tx: Tx,
  entries: readonly unknown[],
  upsert: ReturnType<typeof sql>,
): Promise<RefundOfCustomer[]> {
  if (entries.length === 0) return [];
  const { rows } = await sql<RefundOfCustomer>`
    with saved as (${upsert} returning *)
    select order_id as "orderId", user_id as "userId", currency, refunded_cents as "refundedCents"
    from saved where user_id is not null and refunded_cents is not null
  `.execute(tx);
  return rows;
}
