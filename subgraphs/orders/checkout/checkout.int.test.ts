import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { QueueFull } from '#platform/database/group-calls.ts';
import { AppError } from '#platform/errors.ts';
import { createCarts } from '../cart/carts.ts';
import { customer } from '../testing/customer.ts';
import { orderWorld, type OrderWorld } from '../testing/order-world.ts';
import { createAdmission } from './admission.ts';
import { createProductFinder } from './catalog-products.ts';
import { createCheckoutRequests, type CheckoutRequests } from './checkout-requests.ts';
import { createPlacementDesk } from './placement-desk.ts';
import { checkout, type CheckoutParts } from './checkout.ts';

const KEY = 'purchase-1';

async function countOrders({ database }: OrderWorld): Promise<number> {
  const rows = await database.db.selectFrom('customer_order').select('id').execute();
  return rows.length;
}

test('a crowd with one key places one order, and everybody is told that order', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  await ada.put(world.addProduct(), 2);

  const answers = await Promise.all(Array.from({ length: 20 }, () => ada.checkout({ key: KEY })));

  expect(await countOrders(world)).toBe(1);
  expect(new Set(answers.map(({ __typename, id }) => `${__typename} ${id}`)).size).toBe(1);
  expect(answers[0]).toMatchObject({ __typename: 'Order' });
});

test('control: without the guard a repeated request orders the refilled cart again', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const mug = world.addProduct();
  const unguarded: CheckoutRequests = {
    claim: () => Promise.resolve({ state: 'OPEN', orderId: newId() }),
    findPlaced: () => Promise.resolve(undefined),
    bind: (_tx, placements) =>
      Promise.resolve(() => new Map(placements.map((each) => [each.orderId, each.requestHash]))),
    unbind: () => Promise.resolve(),
  };
  const orders = [];
  for (const requests of [unguarded, unguarded, createCheckoutRequests(world.database.db)]) {
    await ada.put(mug);
    orders.push(await checkout(checkoutParts(world, requests), requestOf(ada.viewer.userId)));
  }

  expect(await countOrders(world)).toBe(3);
  const guarded = checkoutParts(world, createCheckoutRequests(world.database.db));
  await ada.put(mug);
  const again = await checkout(guarded, requestOf(ada.viewer.userId));
  expect(again).toEqual({ kind: 'PLACED', orderId: expect.any(String) as string });
  expect(await countOrders(world)).toBe(3);
});

test('the same key later answers the same order, though the cart is empty by then', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  await ada.put(world.addProduct());
  const first = await ada.checkout({ key: KEY });

  expect(await ada.checkout({ key: KEY })).toEqual(first);
});

test('the same key with another content is a conflict', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  await ada.put(world.addProduct());
  await ada.checkout({ key: KEY });

  expect(await ada.checkout({ key: KEY, token: 'tok_mastercard' })).toMatchObject({
    __typename: 'IdempotencyConflict',
  });
  expect(await ada.checkout({ key: KEY, address: { city: 'Bonn' } })).toMatchObject({
    __typename: 'IdempotencyConflict',
  });
});

test('two contents under one key at the same time place one order', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  await ada.put(world.addProduct());

  const answers = await Promise.all(
    ['tok_visa', 'tok_mastercard'].map((token) => ada.checkout({ key: KEY, token })),
  );

  expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
    'IdempotencyConflict',
    'Order',
  ]);
  expect(await countOrders(world)).toBe(1);
});

test('a key that is taken for another content during a checkout places nothing for the first', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const mug = world.addProduct();
  await ada.put(mug);
  const second = { key: KEY, token: 'tok_mastercard' };
  let isInner = false;
  world.intercept.request = async ({ subgraph, variables }) => {
    if (subgraph !== 'inventory') return undefined;
    if (isInner) return short(variables, mug);
    isInner = true;
    expect(await ada.checkout(second)).toMatchObject({ __typename: 'OutOfStock' });
    return undefined;
  };

  expect(await ada.checkout({ key: KEY })).toMatchObject({ __typename: 'IdempotencyConflict' });
  expect(await countOrders(world)).toBe(0);
  delete world.intercept.request;
  expect(await ada.checkout(second)).toMatchObject({ __typename: 'Order' });
});

test('two people may use the same key', async () => {
  await using world = await orderWorld();
  const people = [customer(world), customer(world)];
  for (const person of people) await person.put(world.addProduct());

  const answers = await Promise.all(people.map((person) => person.checkout({ key: KEY })));

  expect(new Set(answers.map(({ id }) => id)).size).toBe(2);
});

test('a key is forgotten after 24 hours', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const mug = world.addProduct();
  await ada.put(mug);
  const first = await ada.checkout({ key: KEY });
  world.advance(24 * 3_600_000 + 1);
  await ada.put(mug);

  expect((await ada.checkout({ key: KEY })).id).not.toBe(first.id);
  world.advance(24 * 3_600_000 + 1);
  await world.runJob('orders.purge');
  expect(await world.database.db.selectFrom('checkout_request').selectAll().execute()).toEqual([]);
});

test('an outcome without an order leaves the key free, for another card too', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const mug = world.addProduct();
  await ada.put(mug, 3);
  world.intercept.request = ({ subgraph, variables }) =>
    Promise.resolve(subgraph === 'inventory' ? short(variables, mug) : undefined);

  expect(await ada.checkout({ key: KEY })).toMatchObject({
    __typename: 'OutOfStock',
    missing: [{ requested: 3, available: 1 }],
  });
  expect((await ada.cart()).totalQuantity).toBe(3);

  delete world.intercept.request;
  expect(await ada.checkout({ key: KEY, token: 'tok_mastercard' })).toMatchObject({
    __typename: 'Order',
  });
});

test('a checkout that died after its claim is finished by the next under the same order id', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  await ada.put(world.addProduct());
  world.intercept.request = () => Promise.reject(new AppError('UNAVAILABLE', 'no catalog'));
  await expect(ada.checkout({ key: KEY })).rejects.toThrow('no catalog');
  const { order_id: claimed } = await world.database.db
    .selectFrom('checkout_request')
    .select('order_id')
    .executeTakeFirstOrThrow();

  delete world.intercept.request;
  expect((await ada.checkout({ key: KEY })).id).toBe(claimed);
});

test('two tabs with keys of their own buy a cart once', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  await ada.put(world.addProduct());

  const answers = await Promise.all([ada.checkout(), ada.checkout(), ada.checkout()]);

  expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
    'CartEmpty',
    'CartEmpty',
    'Order',
  ]);
});

test('what is added between reading the cart and placing the order stays in the cart', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const [mug, cap] = [world.addProduct(), world.addProduct()];
  await ada.put(mug, 2);
  onceAtAdmission(world, async () => {
    await ada.put(cap);
    await ada.put(mug);
  });

  const { id = '' } = await ada.checkout();

  expect((await ada.order(id)).total.amountCents).toBe(3_499);
  expect((await ada.cart()).lines).toEqual([
    { product: { id: mug }, quantity: 1 },
    { product: { id: cap }, quantity: 1 },
  ]);
});

test('what is taken out in between is not ordered', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const [mug, cap] = [world.addProduct(), world.addProduct({ cents: 100 })];
  await ada.put(mug);
  await ada.put(cap);
  const carts = createCarts(world.parts);
  onceAtAdmission(world, () => carts.set(ada.viewer.userId, { productId: mug, quantity: 0 }));

  const { id = '' } = await ada.checkout();

  expect((await ada.order(id)).total.amountCents).toBe(599);
  expect((await ada.cart()).lines).toEqual([]);
});

test.each([
  ['is away', () => Promise.reject(new AppError('UNAVAILABLE', 'inventory is away'))],
  ['does not answer', () => new Promise<never>(() => undefined)],
])('when inventory %s the order is placed, and decided later', async (_name, fail) => {
  await using world = await orderWorld({ ADMISSION_TIMEOUT_MS: '20' });
  const ada = customer(world);
  await ada.put(world.addProduct());
  world.intercept.request = ({ subgraph }) =>
    subgraph === 'inventory' ? fail() : Promise.resolve(undefined);

  expect(await ada.checkout()).toMatchObject({ __typename: 'Order' });
});

test('an order that cannot be stored gives its admission back', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  await ada.put(world.addProduct());
  const requests = createCheckoutRequests(world.database.db);
  const broken = { ...requests, bind: () => Promise.reject(new Error('the disk is full')) };

  await expect(
    checkout(checkoutParts(world, broken), requestOf(ada.viewer.userId)),
  ).rejects.toThrow('the disk is full');

  const asked = world.asked.filter(({ subgraph }) => subgraph === 'inventory');
  const [admitted, withdrawn] = asked.map(({ variables }) => variables);
  const [order] = (admitted?.['orders'] ?? []) as { orderId: string }[];
  expect(withdrawn).toEqual({ orderIds: [order?.orderId] });
  expect((await ada.cart()).totalQuantity).toBe(1);
});

test('of a crowd that is placed in groups, each gets an order of what was in the own cart', async () => {
  await using world = await orderWorld();
  const products = Array.from({ length: 7 }, (_, index) =>
    world.addProduct({ cents: 10_000 + index }),
  );
  const crowd = Array.from({ length: 150 }, () => customer(world));
  await Promise.all(
    crowd.map((each, index) => each.put(products[index % 7] ?? '', 1 + (index % 3))),
  );

  const answers = await Promise.all(crowd.map((each) => each.checkout()));

  const orders = await Promise.all(
    crowd.map((each, index) => each.order(answers[index]?.id ?? '')),
  );
  expect(orders.map(({ total }) => total.amountCents)).toEqual(
    crowd.map((_, index) => (10_000 + (index % 7)) * (1 + (index % 3))),
  );
  const carts = await Promise.all(crowd.map((each) => each.cart()));
  expect(carts.every(({ lines }) => lines.length === 0)).toBe(true);
  expect(await countOrders(world)).toBe(150);
  // Fewer transactions than orders: each says when it placed its orders.
  const { rows } = await sql<{ transactions: number }>`
    select count(distinct xmin::text)::int as transactions from customer_order
  `.execute(world.database.db);
  expect(rows[0]?.transactions).toBeLessThan(50);
});

test('an order that cannot be stored fails alone, and none of its group', async () => {
  await using world = await orderWorld();
  const mug = world.addProduct();
  const crowd = Array.from({ length: 20 }, () => customer(world));
  await Promise.all(crowd.map((each) => each.put(mug)));
  const [unlucky] = crowd;
  await sql`
    alter table order_line add check (user_id <> ${sql.lit(unlucky?.viewer.userId)}::uuid)
  `.execute(world.database.db);

  const answers = await Promise.allSettled(crowd.map((each) => each.checkout()));

  expect(answers.map(({ status }) => status)).toEqual(
    crowd.map((each) => (each === unlucky ? 'rejected' : 'fulfilled')),
  );
  expect(await countOrders(world)).toBe(19);
  expect((await unlucky?.cart())?.lines).toHaveLength(1);
});

test('when too many wait already, the shop is busy: nothing is ordered, and the admission is given back', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  await ada.put(world.addProduct());
  const parts = checkoutParts(world, createCheckoutRequests(world.database.db));
  const full = { ...parts, placeOrder: () => Promise.reject(new QueueFull('2000 calls wait')) };

  const outcome = await checkout(full, requestOf(ada.viewer.userId));

  expect(outcome).toEqual({ kind: 'BUSY', retryAfterMs: 2_000 });
  expect(world.asked.at(-1)?.variables).toEqual({ orderIds: [expect.any(String)] });
  expect((await ada.cart()).lines).toHaveLength(1);
  expect(await checkout(parts, requestOf(ada.viewer.userId))).toMatchObject({ kind: 'PLACED' });
});

test('an archived product is named, and nothing is ordered', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const mug = world.addProduct();
  await ada.put(mug);
  const product = world.products.get(mug);
  if (product) product.status = 'ARCHIVED';

  expect(await ada.checkout()).toMatchObject({ __typename: 'ProductsUnavailable' });
  expect(await ada.cart()).toMatchObject({
    lines: [{ product: { id: mug } }],
    total: { amountCents: 0 },
  });
});

test.each([
  ['a short key', { key: 'short' }, /idempotencyKey/],
  ['an unknown card', { token: 'tok_unknown' }, /paymentToken/],
  ['no recipient', { address: { recipient: ' ' } }, /recipient/],
  ['no such country', { address: { country: 'Germany' } }, /country/],
])('refuses %s', async (_name, input, message) => {
  await using world = await orderWorld();
  const ada = customer(world);
  await ada.put(world.addProduct());

  await expect(ada.checkout(input)).rejects.toMatchObject({
    message: expect.stringMatching(message) as string,
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

function checkoutParts({ parts, database }: OrderWorld, requests: CheckoutRequests): CheckoutParts {
  const { graph, log, now } = parts;
  const clock = { now, newId: parts.newId };
  const carts = createCarts({ ...parts, store: database.store });
  return {
    ...clock,
    carts,
    rate: () => Promise.resolve(0),
    placeOrder: createPlacementDesk({ ...clock, carts, requests }),
    findProduct: createProductFinder(graph),
    findCard: () => Promise.resolve('Visa •••• 4242'),
    admission: createAdmission({ graph, log, timeoutMs: 1_000 }),
    requests,
    limits: { stallMs: 1_000, giveUpMs: 1_000, packMs: 0, transitMs: 0 },
  };
}

function requestOf(userId: string) {
  const address = {
    recipient: 'Ada',
    line1: '1 Way',
    line2: null,
    city: 'Berlin',
    region: null,
    postalCode: '10115',
    country: 'DE',
  };
  return { userId, idempotencyKey: KEY, paymentToken: 'tok_visa', address };
}

function short(variables: Readonly<Record<string, unknown>>, productId: string) {
  const [order] = variables['orders'] as { orderId: string }[];
  const missing = [{ productId, requested: 3, available: 1 }];
  return { _admitOrders: [{ orderId: order?.orderId, isAdmitted: false, missing }] };
}

/** Something that happens after a checkout has read the cart and before it places the order. */
function onceAtAdmission(world: OrderWorld, action: () => Promise<unknown>): void {
  let hasHappened = false;
  world.intercept.request = async ({ subgraph }) => {
    if (subgraph !== 'inventory' || hasHappened) return;
    hasHappened = true;
    await action();
  };
}
