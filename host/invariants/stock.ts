import type { Invariant } from './invariant.ts';
import { rowCheck } from './row-check.ts';

const none = () => [];

/** What has to hold of stock by itself. */
export const stockInvariants: readonly Invariant[] = [
  rowCheck({
    name: 'stock-adds-up',
    says: 'on hand + reserved + sold + set aside for flash sales = received, of every product in every warehouse, and nothing is below zero',
    database: 'inventory',
    rows: 'from stock',
    isBroken: `available + reserved + sold + set_aside <> received
      or least(available, reserved, sold, set_aside) < 0`,
    subject: `product_id || ' in ' || warehouse_id`,
    text: `format('%s on hand + %s reserved + %s sold + %s set aside, received %s', available, reserved, sold, set_aside, received)`,
    values: none,
  }),
  rowCheck({
    name: 'stock-total',
    says: "a product's free units are those of its warehouses",
    database: 'inventory',
    rows: `from (
        select product_id, sum(available) as available from stock group by product_id
      ) as levels full join product_stock total using (product_id)`,
    isBroken: `coalesce(total.available, 0) <> coalesce(levels.available, 0)`,
    subject: 'product_id',
    text: `format('total %s, in its warehouses %s', total.available, levels.available)`,
    values: none,
  }),
  rowCheck({
    name: 'held-units',
    says: 'reserved units are those that orders hold',
    database: 'inventory',
    rows: unitsOf('HELD'),
    isBroken: `coalesce(stock.reserved, 0) <> coalesce(held.units, 0)`,
    subject: `product_id || ' in ' || warehouse_id`,
    text: `format('%s reserved, orders hold %s', stock.reserved, held.units)`,
    values: none,
  }),
  rowCheck({
    name: 'sold-units',
    says: 'sold units are those that orders have bought',
    database: 'inventory',
    rows: unitsOf('COMMITTED'),
    isBroken: `coalesce(stock.sold, 0) <> coalesce(held.units, 0)`,
    subject: `product_id || ' in ' || warehouse_id`,
    text: `format('%s sold, orders have bought %s', stock.sold, held.units)`,
    values: none,
  }),
  rowCheck({
    name: 'line-of-reservation',
    says: 'every line is of a reservation, in a warehouse',
    database: 'inventory',
    rows: `from reservation_line line
      left join reservation r on r.order_id = line.order_id
      left join warehouse w on w.id = line.warehouse_id
      where line.order_id >= $1::uuid`,
    isBroken: 'r.order_id is null or w.id is null',
    subject: 'line.order_id',
    text: `format('reservation %s, warehouse %s', coalesce(r.status, 'missing'), coalesce(w.code, 'missing'))`,
  }),
  rowCheck({
    name: 'given-back',
    says: 'an order that has given its units back holds none, and one that holds has some',
    database: 'inventory',
    rows: `from reservation r left join (
        select order_id, count(*) as lines from reservation_line
        where order_id >= $1::uuid group by order_id
      ) as held on held.order_id = r.order_id
      where r.order_id >= $1::uuid`,
    isBroken: `(r.status in ('HELD', 'COMMITTED')) <> (held.lines is not null)`,
    subject: 'r.order_id',
    text: `format('%s with %s lines', r.status, coalesce(held.lines, 0))`,
  }),
  rowCheck({
    name: 'hold-in-time',
    says: 'no order holds units for longer than it may',
    database: 'inventory',
    rows: `from reservation r where r.status = 'HELD' and r.order_id >= $1::uuid`,
    isBroken: `r.expires_at < $2::timestamptz - $3 * interval '1 ms'`,
    subject: 'r.order_id',
    text: `format('HELD, expired at %s', r.expires_at)`,
    values: ({ sinceId, now, sagaLimitMs }) => [sinceId, now, sagaLimitMs],
  }),
];

function unitsOf(status: string): string {
  return `from stock full join (
      select product_id, warehouse_id, sum(quantity) as units
      from reservation_line join reservation using (order_id)
      where status = '${status}' group by product_id, warehouse_id
    ) as held using (product_id, warehouse_id)`;
}
