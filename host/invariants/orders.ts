import type { Invariant, Range } from './invariant.ts';
import { rowCheck } from './row-check.ts';

const PAID = `('CONFIRMED', 'PROCESSING', 'SHIPPED', 'DELIVERED')`;

/** Orders beside their payment, and beside what the simulated provider has really taken and given back. */
const ORDERS_AND_MONEY = `from customer_order o
  left join payment p on p.order_id = o.id
  left join provider_charge c
    on c.idempotency_key = o.id::text and c.idempotency_key >= $1::uuid::text
  where o.id >= $1::uuid`;

/** A seed has the provider's side only of orders on their way. */
const LEDGER_IS_KEPT = '(c.idempotency_key is not null or o.id >= $2::uuid)';
const ledgerValues = ({ sinceId, seededUntilId }: Range) => [sinceId, seededUntilId];

/** No foreign key says so: it would look each order up again for each row. */
const partsOfOrders = ['order_line', 'order_timeline', 'payment', 'shipment'].map((table) =>
  rowCheck({
    name: `${table.replace('_', '-')}-of-order`,
    says: `every row of ${table} is of an order`,
    database: 'orders',
    rows: `from ${table} part left join customer_order o on o.id = part.order_id
      where part.order_id >= $1::uuid`,
    isBroken: 'o.id is null',
    subject: 'part.order_id',
    text: `'there is no such order'`,
  }),
);

/** What has to hold of orders by themselves. */
export const orderInvariants: readonly Invariant[] = [
  ...partsOfOrders,
  rowCheck({
    name: 'order-money',
    says: 'an order costs what its lines cost, and shipping',
    database: 'orders',
    rows: `from customer_order o left join (
        select order_id, sum(quantity::bigint * unit_price_cents) as cents
        from order_line where order_id >= $1::uuid group by order_id
      ) as lines on lines.order_id = o.id
      where o.id >= $1::uuid`,
    isBroken: `o.subtotal_cents is distinct from lines.cents
      or o.total_cents <> o.subtotal_cents + o.shipping_cents`,
    subject: 'o.id',
    text: `format('its lines cost %s, its subtotal is %s, shipping %s, total %s',
      lines.cents, o.subtotal_cents, o.shipping_cents, o.total_cents)`,
  }),
  rowCheck({
    name: 'paid-once',
    says: 'a paid order has one successful charge of its total, and nothing was given back',
    database: 'orders',
    rows: `${ORDERS_AND_MONEY} and o.status in ${PAID}`,
    isBroken: `p.status is distinct from 'SUCCEEDED' or p.amount_cents is distinct from o.total_cents
      or c.refunded_at is not null or (${LEDGER_IS_KEPT} and
        (c.outcome is distinct from 'CHARGED' or c.amount_cents is distinct from o.total_cents))`,
    values: ledgerValues,
    subject: 'o.id',
    text: `format('%s, total %s: payment %s of %s, provider %s of %s, refunded at %s',
      o.status, o.total_cents, p.status, p.amount_cents, c.outcome, c.amount_cents, c.refunded_at)`,
  }),
  rowCheck({
    name: 'refunded-once',
    says: 'of a cancelled order nothing is kept: what was charged was refunded, once',
    database: 'orders',
    // Asked for by the cancellation, and done a moment later.
    isEventual: true,
    rows: `${ORDERS_AND_MONEY} and o.status = 'CANCELLED'`,
    // A charge whose answer was lost is given back, and its payment has failed.
    isBroken: `(c.outcome = 'CHARGED' and c.refunded_at is null)
      or (p.status = 'REFUNDED' and not o.is_refunded)
      or (p.status = 'REFUNDED' and ${LEDGER_IS_KEPT} and c.refunded_at is null)
      or p.status in ('SUCCEEDED', 'PENDING')`,
    values: ledgerValues,
    subject: 'o.id',
    text: `format('CANCELLED: payment %s, provider %s, refunded at %s, order says refunded: %s',
      p.status, c.outcome, c.refunded_at, o.is_refunded)`,
  }),
  rowCheck({
    name: 'charges-have-orders',
    says: 'the provider has charged nothing that no order knows',
    database: 'orders',
    // A charge is taken before its payment is written; a kill may lie between, and the saga asks again.
    isEventual: true,
    rows: `from provider_charge c left join payment p on p.order_id::text = c.idempotency_key
      where c.idempotency_key >= $1::uuid::text and c.outcome = 'CHARGED'`,
    isBroken: `p.order_id is null
      or (p.status not in ('SUCCEEDED', 'REFUNDED') and c.refunded_at is null)`,
    subject: 'c.idempotency_key',
    text: `format('charged %s, payment %s', c.amount_cents, coalesce(p.status, 'missing'))`,
  }),
  rowCheck({
    name: 'saga-in-time',
    says: 'no order stands still for longer than it may',
    database: 'orders',
    rows: `from customer_order o where o.next_sweep_at is not null and o.id >= $1::uuid`,
    // Every look of the sweeper moves the time on, so an unpaid order needs a limit of its own.
    isBroken: `o.next_sweep_at < $2::timestamptz - $3 * interval '1 ms'
      or (o.status in ('PENDING', 'AWAITING_PAYMENT')
        and o.id >= $5::uuid and o.placed_at < $2::timestamptz - ($3::float8 + $4) * interval '1 ms')`,
    subject: 'o.id',
    text: `format('%s since %s, placed at %s', o.status, o.updated_at, o.placed_at)`,
    values: ({ sinceId, now, sagaLimitMs, giveUpMs, seededUntilId }) => [
      sinceId,
      now,
      sagaLimitMs,
      giveUpMs,
      seededUntilId,
    ],
  }),
  rowCheck({
    name: 'one-key-one-order',
    says: 'a checkout that was answered with an order has that order, and shares it with no other key',
    database: 'orders',
    rows: `from (
        select order_id, count(*) as keys, bool_or(placed_at is not null) as is_placed
        from checkout_request where order_id >= $1::uuid group by order_id
      ) as request left join customer_order o on o.id = request.order_id`,
    isBroken: `request.keys > 1 or (request.is_placed and o.id is null)`,
    subject: 'request.order_id',
    text: `format('%s keys, order %s', request.keys, coalesce(o.status, 'missing'))`,
  }),
];
