import { Redis } from 'ioredis';
import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import { runSql, signUp, signUpAdmin, type Person } from './testing/people.ts';
import {
  addToCart,
  checkOut,
  eventually,
  isEnded,
  openShop,
  stockOf,
  stockProduct,
} from './testing/shop.ts';

let graph: TestGraph;
let admin: Person;

beforeAll(async () => {
  graph = await startTestGraph({ SAGA_STALL_MS: '3000' });
  admin = await signUpAdmin(graph);
  await openShop(admin);
}, 90_000);
afterAll(() => graph[Symbol.asyncDispose](), 60_000);

/** Signs up in small groups: passwords are expensive by design. */
async function signUpMany(count: number): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < count) {
    const group = Math.min(20, count - people.length);
    people.push(...(await Promise.all(Array.from({ length: group }, () => signUp(graph)))));
  }
  return people;
}

interface OrderRow {
  id: string;
  status: string;
}

const ordersOf = (productId: string) =>
  runSql<OrderRow>(
    graph.databaseUrl('orders'),
    `select o.id, o.status from customer_order o
     join order_line l on l.order_id = o.id where l.product_id = $1`,
    [productId],
  );

const untilAllEnded = (productId: string) =>
  eventually(
    () => ordersOf(productId),
    (orders) => orders.length > 0 && orders.every(({ status }) => isEnded(status)),
    90_000,
  );

describe.each([
  ['', false],
  [' while Redis is flushed', true],
])('200 buyers, 20 units%s', (_, isFlushed) => {
  test('exactly 20 are sold', async () => {
    const mug = await stockProduct(admin, { name: 'Wanted mug', priceCents: 900, units: 20 });
    const buyers = await signUpMany(200);
    await Promise.all(buyers.map((buyer) => addToCart(buyer, mug.id, 1)));

    const redis = new Redis(graph.redisUrl);
    let answered = 0;
    const answers = await Promise.all(
      buyers.map(async (buyer) => {
        const answer = await checkOut(buyer);
        answered += 1;
        if (isFlushed && answered === 60) await redis.flushall();
        return answer;
      }),
    );
    redis.disconnect();

    for (const { __typename } of answers) expect(['Order', 'OutOfStock']).toContain(__typename);
    const orders = await untilAllEnded(mug.id);
    expect(orders.filter(({ status }) => status === 'DELIVERED')).toHaveLength(20);
    expect(await stockOf(graph, mug.id)).toEqual({
      available: 0,
      reserved: 0,
      sold: 20,
      received: 20,
    });
  }, 180_000);
});

test('killed in the middle of 100 orders and started again: every order ends, stock adds up, each mail is sent once', async () => {
  const mug = await stockProduct(admin, { name: 'Durable mug', priceCents: 900, units: 60 });
  const buyers = await signUpMany(100);
  await Promise.all(buyers.map((buyer) => addToCart(buyer, mug.id, 1)));

  let answered = 0;
  const attempts = buyers.map(async (buyer, index) => {
    const paymentToken = index % 5 === 0 ? 'tok_declined' : 'tok_visa';
    // Some of them are cut off: their connection is lost with the process.
    await checkOut(buyer, { paymentToken, idempotencyKey: `purchase-of-${buyer.userId}` }).catch(
      () => undefined,
    );
    answered += 1;
    if (answered === 50) await graph.kill();
  });
  await Promise.all(attempts);
  await graph.start();
  // Buyers whose answer was lost ask again with the same key.
  await Promise.all(
    buyers.map((buyer, index) =>
      checkOut(buyer, {
        paymentToken: index % 5 === 0 ? 'tok_declined' : 'tok_visa',
        idempotencyKey: `purchase-of-${buyer.userId}`,
      }),
    ),
  );

  const orders = await untilAllEnded(mug.id);
  const delivered = orders.filter(({ status }) => status === 'DELIVERED').length;
  const stock = await eventually(
    () => stockOf(graph, mug.id),
    ({ reserved, sold }) => reserved === 0 && sold === delivered,
  );
  expect(stock.available + stock.sold).toBe(60);

  const mails = await eventually(
    () => mailsOf(orders),
    ({ queued }) => queued === 0,
  );
  expect(mails.duplicates).toBe(0);
  expect(mails.confirmed).toBe(delivered);
  await chargesAddUp(orders);
}, 240_000);

async function mailsOf(orders: readonly OrderRow[]) {
  const rows = await runSql<{ kind: string; status: string; order_id: string }>(
    graph.databaseUrl('accounts'),
    'select kind, status, order_id from notification where order_id = any($1)',
    [orders.map(({ id }) => id)],
  );
  const keys = rows.map(({ kind, order_id }) => `${kind} ${order_id}`);
  const ended = orders.length;
  const told = rows.filter(({ kind }) => kind === 'ORDER_DELIVERED' || kind === 'ORDER_CANCELLED');
  return {
    queued: rows.filter(({ status }) => status === 'QUEUED').length + (ended - told.length),
    duplicates: keys.length - new Set(keys).size,
    confirmed: rows.filter(({ kind }) => kind === 'ORDER_CONFIRMED').length,
  };
}

/** A delivered order was charged once and not refunded; a cancelled one holds no money. */
async function chargesAddUp(orders: readonly OrderRow[]): Promise<void> {
  const payments = await runSql<{ order_id: string; status: string }>(
    graph.databaseUrl('orders'),
    'select order_id, status from payment where order_id = any($1)',
    [orders.map(({ id }) => id)],
  );
  const statusOf = new Map(payments.map(({ order_id, status }) => [order_id, status]));
  const wrong = orders.filter(({ id, status }) => {
    const payment = statusOf.get(id);
    return status === 'DELIVERED'
      ? payment !== 'SUCCEEDED'
      : payment === 'SUCCEEDED' || payment === 'PENDING';
  });
  expect(wrong).toEqual([]);
}
