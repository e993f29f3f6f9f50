import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import {
  buyFlash,
  followPlace,
  scheduleSale,
  unitsOfSale,
  type FlashAnswer,
} from './testing/flash-sale.ts';
import { runSql, signUp, signUpAdmin, type Person } from './testing/people.ts';
import {
  eventually,
  followOrder,
  isEnded,
  openShop,
  stockOf,
  stockProduct,
} from './testing/shop.ts';

const CROWD = 300;
const UNITS = 30;

let graph: TestGraph;
let admin: Person;
let crowd: Person[];

beforeAll(async () => {
  // Fewer on their way than there are units, so that there is a queue.
  graph = await startTestGraph({ FLASH_MAX_IN_FLIGHT: '10', SAGA_STALL_MS: '3000' });
  admin = await signUpAdmin(graph);
  await openShop(admin);
  crowd = await signUpMany(CROWD);
}, 120_000);
afterAll(() => graph[Symbol.asyncDispose](), 60_000);

/** Signs up in small groups: passwords are expensive by design. */
async function signUpMany(count: number): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < count) {
    people.push(...(await Promise.all(Array.from({ length: 30 }, () => signUp(graph)))));
  }
  return people;
}

const newProduct = (units: number) =>
  stockProduct(admin, { name: 'Wanted mug', priceCents: 2_000, units });

async function outcomeOf(buyer: Person, answer: FlashAnswer): Promise<FlashAnswer> {
  if (answer.__typename !== 'QueuePlace') return answer;
  return (await followPlace(buyer, answer.id ?? '')).at(-1) ?? answer;
}

const countBy = (answers: readonly FlashAnswer[]) =>
  Object.fromEntries(
    Array.from(
      Map.groupBy(answers, ({ __typename }) => __typename),
      ([name, of]) => [name, of.length],
    ),
  );

test.each([
  ['', false],
  [' while Redis is flushed', true],
])(
  `${CROWD} people, ${UNITS} units%s: exactly as many orders, and everybody is told`,
  async (_, isFlushed) => {
    const { id: productId } = await newProduct(UNITS + 5);
    const saleId = await scheduleSale(admin, { productId, units: UNITS });
    const redis = new Redis(graph.redisUrl);
    let asked = 0;

    const answers = await Promise.all(
      crowd.map(async (buyer) => {
        const answer = await buyFlash(buyer, saleId);
        asked += 1;
        if (isFlushed && asked === 20) await redis.flushall();
        return outcomeOf(buyer, answer);
      }),
    );
    redis.disconnect();

    expect(countBy(answers)).toEqual({ Order: UNITS, SoldOut: CROWD - UNITS });
    const units = await eventually(
      () => unitsOfSale(graph, saleId),
      ({ sold }) => sold === UNITS,
    );
    expect(units).toEqual({ available: 0, reserved: 0, sold: UNITS, returned: 0 });
    expect(await stockOf(graph, productId)).toEqual({
      available: 5,
      reserved: 0,
      sold: UNITS,
      received: UNITS + 5,
    });
  },
  120_000,
);

test('the order has the price of the sale, ends delivered, and has the same answer for its key', async () => {
  const [ada] = crowd as [Person];
  const { id: productId } = await newProduct(3);
  const saleId = await scheduleSale(admin, { productId, units: 2 });
  const idempotencyKey = randomUUID();

  const answers = await Promise.all([1, 2, 3].map(() => buyFlash(ada, saleId, { idempotencyKey })));
  const [order] = answers;
  expect(order).toMatchObject({
    __typename: 'Order',
    total: { amountCents: 999 },
    flashSale: { id: saleId, unitsLeft: 1 },
  });
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect((await followOrder(ada, order?.id ?? '')).at(-1)?.status).toBe('DELIVERED');
  expect(await buyFlash(ada, saleId, { idempotencyKey })).toMatchObject({ id: order?.id });
  expect(await buyFlash(ada, saleId, { idempotencyKey, quantity: 2 })).toMatchObject({
    __typename: 'IdempotencyConflict',
  });
  expect(await buyFlash(ada, saleId)).toMatchObject({ __typename: 'LimitReached' });
}, 60_000);

test('a declined payment gives its unit to the next, and what is left at the end goes back to stock', async () => {
  const [ada, ben, cleo] = crowd as [Person, Person, Person];
  const { id: productId } = await newProduct(1);
  const saleId = await scheduleSale(admin, { productId, units: 1 });

  const declined = await buyFlash(ada, saleId, { paymentToken: 'tok_declined' });
  expect(declined.__typename).toBe('Order');
  await followOrder(ada, declined.id ?? '');
  await eventually(
    () => unitsOfSale(graph, saleId),
    ({ available }) => available === 1,
  );
  expect(await buyFlash(ben, saleId, { paymentToken: 'tok_declined' })).toMatchObject({
    __typename: 'Order',
  });

  const { cancelFlashSale } = await admin.client.get<{ cancelFlashSale: { status: string } }>(
    `mutation ($input: CancelFlashSaleInput!) {
      cancelFlashSale(input: $input) { ... on FlashSale { status } }
    }`,
    { input: { id: saleId } },
  );
  expect(cancelFlashSale.status).toBe('CANCELLED');
  expect(await buyFlash(cleo, saleId)).toMatchObject({ __typename: 'SaleEnded' });
  const stock = await eventually(
    () => stockOf(graph, productId),
    ({ available }) => available === 1,
  );
  expect(stock).toEqual({ available: 1, reserved: 0, sold: 0, received: 1 });
}, 60_000);

test('a sale is followed live by anybody: what is left, and when it begins', async () => {
  const [ada] = crowd as [Person];
  const { id: productId } = await newProduct(2);
  const saleId = await scheduleSale(admin, { productId, units: 2, startsInMs: 1_500 });
  expect(await buyFlash(ada, saleId)).toMatchObject({ __typename: 'SaleNotStarted' });

  let hasBought: Promise<FlashAnswer> | undefined;
  const events = await graph
    .client()
    .follow<{ flashSaleUpdated: { status: string; unitsLeft: number } }>(
      'subscription ($id: ID!) { flashSaleUpdated(id: $id) { status unitsLeft serverTime } }',
      { id: saleId },
      ({ flashSaleUpdated: { status, unitsLeft } }) => {
        if (status === 'RUNNING') hasBought ??= buyFlash(ada, saleId);
        return unitsLeft === 1;
      },
    );

  expect(events.map(({ flashSaleUpdated: { status } }) => status)).toEqual([
    'READY',
    'RUNNING',
    'RUNNING',
  ]);
  expect(await hasBought).toMatchObject({ __typename: 'Order' });
  const { flashSales } = await graph.client().get<{
    flashSales: { edges: { node: { id: string; product: { name: string } } }[] };
  }>('{ flashSales(first: 100) { edges { node { id product { name } } } } }');
  expect(flashSales.edges.find(({ node }) => node.id === saleId)?.node.product.name).toBe(
    'Wanted mug',
  );
}, 60_000);

test('killed in the middle of a sale and started again: who asks again has one order or none, and each unit is sold once or left', async () => {
  const { id: productId } = await newProduct(UNITS);
  const saleId = await scheduleSale(admin, { productId, units: UNITS });
  const buy = (buyer: Person, index: number) =>
    buyFlash(buyer, saleId, {
      idempotencyKey: `flash-of-${buyer.userId}`,
      paymentToken: index % 5 === 0 ? 'tok_declined' : 'tok_visa',
    });

  let asked = 0;
  await Promise.all(
    crowd.map(async (buyer, index) => {
      // Some are cut off between their claim and their order, and some while they wait in the queue.
      await buy(buyer, index).catch(() => undefined);
      asked += 1;
      if (asked === UNITS) await graph.kill();
    }),
  );
  await graph.start();
  const answers = await Promise.all(
    crowd.map(async (buyer, index) => outcomeOf(buyer, await buy(buyer, index))),
  );

  const orders = await eventually(
    () =>
      runSql<{ user_id: string; status: string }>(
        graph.databaseUrl('orders'),
        'select user_id, status from customer_order where flash_sale_id = $1',
        [saleId],
      ),
    (found) => found.length > 0 && found.every(({ status }) => isEnded(status)),
    90_000,
  );
  expect(new Set(orders.map(({ user_id }) => user_id)).size).toBe(orders.length);
  expect(countBy(answers)).toEqual({ Order: orders.length, SoldOut: CROWD - orders.length });
  const sold = orders.filter(({ status }) => status === 'DELIVERED').length;
  const units = await eventually(
    () => unitsOfSale(graph, saleId),
    ({ reserved }) => reserved === 0,
  );
  expect(units).toEqual({ available: UNITS - sold, reserved: 0, sold, returned: 0 });
}, 240_000);
