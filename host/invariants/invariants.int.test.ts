import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { stockKey } from '../../subgraphs/inventory/data/admission-keys.ts';
import { temporaryFolder } from '../../platform/testing/temporary-folder.ts';
import { countMissingOrders } from './answered-orders.ts';
import { invariants } from './examine.ts';
import { DATABASES, type DatabaseName, type Invariant } from './invariant.ts';
import { chatHarms } from './testing/chat-harms.ts';
import { gamesHarms } from './testing/games-harms.ts';
import { orphanHarms } from './testing/orphan-harms.ts';
import { plantFlashRequest } from './testing/plant-flash-request.ts';
import { plantShop, type PlantedShop } from './testing/planted-shop.ts';
import { toldCustomers } from './told-customers.ts';

let shop: PlantedShop;

beforeAll(async () => {
  shop = await plantShop();
}, 60_000);
afterAll(() => shop[Symbol.asyncDispose](), 60_000);

test('a healthy shop breaks nothing', async () => {
  const examined = await shop.look();

  expect(examined.filter(({ broken }) => broken > 0)).toEqual([]);
  const looked = new Map(examined.map(({ name, looked: count }) => [name, count]));
  for (const name of ['stock-adds-up', 'order-money', 'paid-once', 'bought-units', 'chat-unread']) {
    expect(looked.get(name)).toBeGreaterThan(100);
  }
});

const run = (database: DatabaseName, text: string, values: readonly unknown[] = []) =>
  shop.query<Record<string, string>>(database, text, values);

const one = (table: string, where = 'true') =>
  `ctid = (select ctid from ${table} where ${where} limit 1)`;

/** One unit more of something, of a product in a warehouse. */
const oneMore = (columns: string) => async () => {
  await shop.unguard('inventory', 'stock');
  await run('inventory', `update stock set ${columns} where ${one('stock')}`);
};

async function hold(orderId: string, expiresIn: string): Promise<void> {
  await run(
    'inventory',
    `insert into reservation (order_id, status, expires_at, created_at, updated_at)
     values ($1, 'HELD', now() + $2::interval, now(), now())
     on conflict (order_id) do update set status = 'HELD', expires_at = excluded.expires_at, missing = null`,
    [orderId, expiresIn],
  );
  await run(
    'inventory',
    `insert into reservation_line (order_id, product_id, warehouse_id, quantity)
     select $1, product_id, warehouse_id, 1 from stock order by product_id limit 1`,
    [orderId],
  );
  await run(
    'inventory',
    `update stock set reserved = reserved + 1, received = received + 1 where ctid =
     (select ctid from stock order by product_id limit 1)`,
  );
}

/** One that ran out of stock, as if it had not: it waits to be paid. */
async function pendingOrder(): Promise<string> {
  const failing = `select order_id from reservation where status = 'FAILED' limit 1`;
  const [failed] = await run('inventory', failing);
  const orderId = failed?.['order_id'] ?? '';
  await run(
    'orders',
    `update customer_order set status = 'PENDING', cancellation_reason = null where id = $1`,
    [orderId],
  );
  return orderId;
}

async function notify(id: string, cause: string, status = 'SENT', at = 'now()'): Promise<void> {
  await run(
    'accounts',
    `insert into notification (id, user_id, cause, kind, channel, status, subject, body, order_id, created_at)
     select $1, id, $2, 'ORDER_SHIPPED', 'EMAIL', $3, '', '', 'one-order', ${at} from "user" order by id limit 1`,
    [id, cause, status],
  );
}

const deliver = (notificationId: string) =>
  run(
    'accounts',
    `insert into mailbox (notification_id, user_id, message_id, sender, recipient, subject, body, delivered_at)
     select $1, id, '', '', '', '', '', now() from "user" limit 1`,
    [notificationId],
  );

async function sell(columns: string): Promise<void> {
  await shop.unguard('inventory', 'flash_sale');
  await shop.unguard('inventory', 'flash_sale_stock');
  await run(
    'inventory',
    `insert into flash_sale (id, product_id, price_cents, currency, units, available, limit_per_user,
       starts_at, ends_at, created_by, created_at, updated_at, version)
     select $1, product_id, 1, 'USD', 5, 5, 1, now(), now() + interval '1 h', 'test', now(), now(), 1
     from stock order by product_id, warehouse_id limit 1`,
    [SALE],
  );
  await run(
    'inventory',
    `insert into flash_sale_stock (sale_id, warehouse_id, product_id, units, available)
     select $1, warehouse_id, product_id, 5, 5 from stock order by product_id, warehouse_id limit 1`,
    [SALE],
  );
  await run(
    'inventory',
    `update stock set set_aside = 5, received = received + 5
     where ctid = (select ctid from stock order by product_id, warehouse_id limit 1)`,
  );
  if (columns !== '') await run('inventory', `update flash_sale set ${columns}`);
}

/** A purchase of units in the sale by an order that has been reserved for something else. */
const claim = (units: number) =>
  run(
    'inventory',
    `insert into flash_claim (order_id, sale_id, user_id, units, idempotency_key, content_hash, created_at)
     select order_id, $1, $2, $3, 'key', '', now() from reservation where status = 'COMMITTED' limit 1`,
    [SALE, randomUUID(), units],
  );

const SALE = newId();

/** What is done to the shop, and which invariants tell of it: no others. */
const harms: readonly [string, readonly string[], () => Promise<unknown>][] = [
  ['a unit came from nowhere', ['stock-adds-up'], oneMore('received = received + 1')],
  [
    'the total of a product is another',
    ['stock-total'],
    () =>
      run(
        'inventory',
        `update product_stock set available = available + 1 where ${one('product_stock')}`,
      ),
  ],
  [
    'a unit is reserved for nobody',
    ['held-units'],
    oneMore('reserved = reserved + 1, received = received + 1'),
  ],
  [
    'a unit was sold to nobody',
    ['sold-units'],
    oneMore('sold = sold + 1, received = received + 1'),
  ],
  [
    'a reservation that failed has units',
    ['given-back'],
    () =>
      run(
        'inventory',
        `insert into reservation_line (order_id, product_id, warehouse_id, quantity)
         select r.order_id, s.product_id, s.warehouse_id, 1
         from reservation r, stock s where r.status = 'RELEASED' limit 1`,
      ),
  ],
  ['a hold outlives its time', ['hold-in-time'], async () => hold(await pendingOrder(), '-2 min')],
  ['an order that does not exist holds units', ['held-by-orders'], () => hold(newId(), '5 min')],
  [
    'inventory has sold what the order has not bought',
    ['bought-units'],
    () =>
      run(
        'orders',
        `update customer_order set is_stock_committed = false
         where ${one('customer_order', `status = 'DELIVERED'`)}`,
      ),
  ],
  [
    'a line costs a cent more',
    ['order-money'],
    () =>
      run(
        'orders',
        `update order_line set unit_price_cents = unit_price_cents + 1 where ${one('order_line')}`,
      ),
  ],
  [
    'a delivered order was not charged',
    ['paid-once'],
    async () => {
      await shop.unguard('orders', 'payment');
      await run(
        'orders',
        `update payment set status = 'FAILED' where order_id =
         (select id from customer_order where status = 'DELIVERED' order by id limit 1)`,
      );
    },
  ],
  [
    'the money of a cancelled order is kept',
    ['refunded-once'],
    () =>
      run(
        'orders',
        `update payment set status = 'SUCCEEDED', refunded_at = null
         where ${one('payment', `status = 'REFUNDED'`)}`,
      ),
  ],
  [
    'the provider has charged what nobody ordered',
    ['charges-have-orders'],
    () =>
      run(
        'orders',
        `insert into provider_charge (idempotency_key, amount_cents, token, outcome, created_at)
         values ($1, 1, '', 'CHARGED', now())`,
        [newId()],
      ),
  ],
  [
    'an order stands still',
    ['saga-in-time'],
    () =>
      run(
        'orders',
        `update customer_order set next_sweep_at = now() - interval '2 min'
         where ${one('customer_order', `status = 'SHIPPED'`)}`,
      ),
  ],
  [
    'an order that was answered is gone',
    ['one-key-one-order'],
    () =>
      run(
        'orders',
        `insert into checkout_request (user_id, key, request_hash, order_id, created_at, placed_at)
         values ($1, 'key', '', $2, now(), now())`,
        [randomUUID(), newId()],
      ),
  ],
  [
    'a user is told twice',
    ['told-once'],
    async () => {
      await shop.unguard('accounts', 'notification');
      await notify(newId(), 'the same');
      await notify(newId(), 'the same');
    },
  ],
  [
    'two mails tell the same',
    ['mailed-once'],
    async () => {
      const ids = [newId(), newId()];
      for (const id of ids) {
        await notify(id, id);
        await deliver(id);
      }
    },
  ],
  ['a mail tells what nobody asked for', ['mails-belong'], () => deliver(newId())],
  [
    'a notification is not sent',
    ['notifications-leave'],
    () => notify(newId(), 'waits', 'QUEUED', `now() - interval '5 min'`),
  ],
  ...DATABASES.map((database): [string, string[], () => Promise<unknown>] => [
    `an event of ${database} is not published`,
    [`outbox-leaves-${database}`],
    () =>
      run(
        database,
        `insert into outbox (topic, key, envelope, created_at) values ('t', 'k', '{}', now() - interval '5 min')`,
      ),
  ]),
  [
    'an event was handled that nobody has committed',
    ['inbox-from-outbox'],
    () => run('accounts', `insert into inbox (consumer, event_id) values ('test', $1)`, [newId()]),
  ],
  ['a sale has a unit too many', ['flash-sale-adds-up'], () => sell('units = 6')],
  [
    'stock is set aside for no sale',
    ['flash-sale-set-aside'],
    oneMore('set_aside = set_aside + 1, received = received + 1'),
  ],
  [
    'a sale has sold what nobody has bought',
    ['flash-sale-orders'],
    async () => {
      await sell('available = 4, sold = 1');
      await run('inventory', 'update flash_sale_stock set available = 4, sold = 1');
      await run(
        'inventory',
        'update stock set set_aside = 4, received = received - 1 where set_aside = 5',
      );
    },
  ],
  [
    'somebody has more than the limit of a sale',
    ['flash-sale-limit'],
    async () => {
      await sell('available = 3, sold = 2');
      await run('inventory', 'update flash_sale_stock set available = 3, sold = 2');
      await run(
        'inventory',
        'update stock set set_aside = 3, received = received - 2 where set_aside = 5',
      );
      await claim(2);
    },
  ],
  [
    'a purchase in a sale was placed, and is no order',
    ['flash-request-orders'],
    () => plantFlashRequest(shop, 'PLACED', '1 s'),
  ],
  [
    'somebody waits in a queue for ever',
    ['flash-queue-moves'],
    () => plantFlashRequest(shop, 'QUEUED', '1 day'),
  ],
  ...chatHarms(() => shop),
  ...orphanHarms(() => shop),
  ...gamesHarms(() => shop),
];

test.each(harms)('%s', async (_, expected, harm) => {
  expect(await shop.brokenBy(harm)).toEqual(expected);
});

test("Redis' copy of stock is another than PostgreSQL's", async () => {
  const [stock] = await run(
    'inventory',
    'select product_id, available, version from product_stock limit 1',
  );
  const key = stockKey(stock?.['product_id'] ?? '');
  const { redis } = shop.places;
  const write = (available: number) =>
    redis.hset(key, { available, version: stock?.['version'] ?? '' });
  const broken = () => shop.brokenBy(() => Promise.resolve());

  await write(Number(stock?.['available']));
  expect(await broken()).toEqual([]);
  await write(Number(stock?.['available']) + 1);
  expect(await broken()).toEqual(['redis-stock']);
  await redis.del(key);
});

test('nobody was told that an order was delivered', async () => {
  // Seeded orders were never told of: all of them count when the range begins with them.
  const [examined] = await shop.look([toldCustomers], { isPartial: true });

  expect(examined?.broken).toBeGreaterThan(0);
  expect(examined?.broken).toBe(examined?.looked);
});

test('each invariant is seen to be broken', () => {
  const seen = new Set(harms.flatMap(([, names]) => names));
  const elsewhere = new Set(['redis-stock', 'told-customers', 'games-boards']);

  expect(
    invariants.map(({ name }) => name).filter((name) => !seen.has(name) && !elsewhere.has(name)),
  ).toEqual([]);
});

test('an order that was answered is missing, and one has not ended', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'orders.txt');
  const [[ended], [open]] = await Promise.all([
    run('orders', `select id from customer_order where status = 'DELIVERED' limit 1`),
    run('orders', `select id from customer_order where status = 'SHIPPED' limit 1`),
  ]);
  await writeFile(file, [ended?.['id'], open?.['id'], newId()].join('\n'));

  const { looked, violations } = await countMissingOrders(shop.places, file);
  expect(looked).toBe(3);
  expect(violations.map(({ text }) => text)).toEqual(['SHIPPED', 'missing']);
});

test('work under way is no violation: what is broken only once does not count', async () => {
  let looks = 0;
  const once: Invariant = {
    name: 'once',
    says: '',
    isEventual: true,
    check: async () => {
      looks += 1;
      const violations = [
        { subject: 'always', text: '' },
        { subject: `at look ${looks}`, text: '' },
      ];
      return { looked: 2, broken: 2, violations };
    },
  };

  const [examined] = await shop.look([once]);
  expect(examined).toMatchObject({ broken: 1, violations: [{ subject: 'always' }] });
  const [strict] = await shop.look([{ ...once, isEventual: false }]);
  expect(strict).toMatchObject({ broken: 2 });
});
