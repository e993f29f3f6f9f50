import type { Invariant } from './invariant.ts';
import { rowCheck } from './row-check.ts';

const none = () => [];

/** What has to hold of flash sales by themselves, and of the stock that they have set aside. */
export const flashSaleInvariants: readonly Invariant[] = [
  rowCheck({
    name: 'flash-sale-adds-up',
    says: 'left + reserved + sold + returned = units, of every flash sale and in each of its warehouses',
    database: 'inventory',
    rows: `from flash_sale f join (
        select sale_id, sum(available) as available, sum(reserved) as reserved, sum(sold) as sold,
          sum(returned) as returned, sum(units) as units
        from flash_sale_stock group by sale_id
      ) places on places.sale_id = f.id`,
    isBroken: `f.available + f.reserved + f.sold + f.returned <> f.units
      or (f.available, f.reserved, f.sold, f.returned, f.units)
        is distinct from (places.available, places.reserved, places.sold, places.returned, places.units)`,
    subject: 'f.id',
    text: `format('%s left + %s reserved + %s sold + %s returned of %s', f.available, f.reserved, f.sold, f.returned, f.units)`,
    values: none,
  }),
  rowCheck({
    name: 'flash-sale-set-aside',
    says: 'units that are set aside in a warehouse are those that flash sales have left there',
    database: 'inventory',
    rows: `from stock full join (
        select product_id, warehouse_id, sum(available) as units
        from flash_sale_stock group by product_id, warehouse_id
      ) places using (product_id, warehouse_id)
      where stock.set_aside > 0 or places.units > 0`,
    isBroken: `coalesce(stock.set_aside, 0) <> coalesce(places.units, 0)`,
    subject: `product_id || ' in ' || warehouse_id`,
    text: `format('%s set aside, sales have %s left', stock.set_aside, places.units)`,
    values: none,
  }),
  rowCheck({
    name: 'flash-sale-orders',
    says: 'units that a flash sale has reserved and sold are those that its orders hold and have bought',
    database: 'inventory',
    rows: `from flash_sale f left join (
        select sale_id,
          sum(units) filter (where status = 'HELD') as held,
          sum(units) filter (where status = 'COMMITTED') as bought
        from flash_claim join reservation using (order_id) group by sale_id
      ) orders on orders.sale_id = f.id`,
    isBroken: `f.reserved <> coalesce(orders.held, 0) or f.sold <> coalesce(orders.bought, 0)`,
    subject: 'f.id',
    text: `format('%s reserved and %s sold, orders hold %s and have bought %s', f.reserved, f.sold, orders.held, orders.bought)`,
    values: none,
  }),
  rowCheck({
    name: 'flash-sale-limit',
    says: 'nobody has more units of a flash sale than its limit',
    database: 'inventory',
    rows: `from (
        select sale_id, user_id, sum(units) as units
        from flash_claim join reservation using (order_id)
        where status in ('HELD', 'COMMITTED') group by sale_id, user_id
      ) bought join flash_sale f on f.id = bought.sale_id`,
    isBroken: `bought.units > f.limit_per_user`,
    subject: `bought.sale_id || ' ' || bought.user_id`,
    text: `format('%s units, the limit is %s', bought.units, f.limit_per_user)`,
    values: none,
  }),
  rowCheck({
    name: 'flash-request-orders',
    says: 'a purchase in a flash sale that was placed is an order of its buyer there, and no other is an order',
    database: 'orders',
    rows: `from flash_request r left join customer_order o on o.id = r.order_id
      where r.order_id >= $1::uuid`,
    isBroken: `(r.state = 'PLACED') <> (o.id is not null)
      or o.id is not null and (o.user_id, o.flash_sale_id) is distinct from (r.user_id, r.sale_id)`,
    subject: 'r.order_id',
    text: `format('%s of %s in sale %s: order of %s in sale %s', r.state, r.user_id, r.sale_id, o.user_id, o.flash_sale_id)`,
  }),
  rowCheck({
    name: 'flash-queue-moves',
    says: 'nobody waits in the queue of a flash sale for longer than an order may stay unpaid',
    database: 'orders',
    rows: `from flash_request where state = 'QUEUED'`,
    isBroken: `created_at < $1::timestamptz`,
    values: ({ now, giveUpMs }) => [new Date(now.getTime() - giveUpMs)],
    subject: 'order_id',
    text: `format('%s waits since %s', user_id, created_at)`,
  }),
];
