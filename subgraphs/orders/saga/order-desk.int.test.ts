import { customer } from '../testing/customer.ts';
import { orderWorld, userViewer } from '../testing/order-world.ts';
import { onceByKey } from './once-by-key.ts';

const KEY = 'command-1';
const DAY_MS = 24 * 60 * 60_000;

/** An order that has arrived, an administrator, and a clock that has moved on. */
async function deliveredOrder() {
  const world = await orderWorld({ SHIP_PACK_MS: '0', SHIP_TRANSIT_MS: '0' });
  const ada = customer(world);
  const admin = customer(world, userViewer(undefined, ['orders:read', 'orders:write']));
  const id = await ada.placeOrder();
  for (let step = 0; step < 3; step++) {
    await world.deliver();
    await world.runJob('orders.move-parcels');
  }
  await world.deliver();
  expect(await ada.order(id)).toMatchObject({ status: 'DELIVERED' });
  const ledger = () =>
    world.database.db.selectFrom('provider_charge').select(['outcome', 'refunded_at']).execute();
  return {
    world,
    ada,
    admin,
    id,
    ledger,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

test('the whole payment of a delivered order is given back, once', async () => {
  await using given = await deliveredOrder();
  const { world, ada, admin, id, ledger } = given;

  const answers = await Promise.all(Array.from({ length: 20 }, () => admin.refund(id)));
  await world.deliver();
  expect(await admin.refund(id)).toEqual({ __typename: 'Order', status: 'DELIVERED' });
  await world.deliver();

  expect(answers).toEqual(answers.map(() => ({ __typename: 'Order', status: 'DELIVERED' })));
  const order = await ada.order(id);
  expect(order).toMatchObject({ status: 'DELIVERED', payment: { status: 'REFUNDED' } });
  expect(order.timeline.map(({ message }) => message).slice(-2)).toEqual([
    'The shop gives the money back.',
    'The payment was refunded.',
  ]);
  expect(await ledger()).toEqual([{ outcome: 'CHARGED', refunded_at: world.parts.now() }]);
  const refunds = world.delivered.filter(({ type }) => type === 'payment.refunded');
  expect(refunds).toHaveLength(1);
});

test('a refund whose question is lost is asked for again by the sweeper', async () => {
  await using given = await deliveredOrder();
  const { world, ada, admin, id } = given;
  world.lost.add('order.refund_requested');
  await admin.refund(id);
  await world.deliver();
  expect(await ada.order(id)).toMatchObject({ payment: { status: 'SUCCEEDED' } });

  world.advance(60_000);
  await world.runJob('orders.sweep');
  await world.deliver();

  expect(await ada.order(id)).toMatchObject({ payment: { status: 'REFUNDED' } });
});

test('an order that has not left is not refunded but cancelled, and a customer refunds nothing', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const admin = customer(world, userViewer(undefined, ['orders:read', 'orders:write']));
  const id = await ada.placeOrder();

  expect(await admin.refund(id)).toEqual({
    __typename: 'OrderNotRefundable',
    message: 'The order has not been shipped: cancel it instead.',
  });
  await expect(ada.refund(id)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
});

test('a key gets the same answer for a day, and a conflict with another order', async () => {
  await using given = await deliveredOrder();
  const { world, ada, admin, id } = given;
  const other = await ada.placeOrder();

  expect(await ada.cancel(other, KEY)).toEqual({ __typename: 'Order', status: 'CANCELLED' });
  expect(await ada.cancel(id, KEY)).toMatchObject({ __typename: 'IdempotencyConflict' });
  expect(await admin.refund(id, KEY)).toMatchObject({ __typename: 'Order' });
  expect(await admin.cancel(id, KEY)).toMatchObject({ __typename: 'IdempotencyConflict' });

  world.advance(DAY_MS);
  expect(await ada.cancel(other, KEY)).toMatchObject({ __typename: 'Order' });
  world.advance(1);
  expect(await ada.cancel(id, KEY)).toMatchObject({
    __typename: 'OrderNotCancellable',
    message: 'The order has been delivered already.',
  });
});

test('a refusal is remembered as well: it is the answer even when the order has moved on', async () => {
  await using world = await orderWorld({ SHIP_PACK_MS: '0', SHIP_TRANSIT_MS: '0' });
  const ada = customer(world);
  const admin = customer(world, userViewer(undefined, ['orders:read', 'orders:write']));
  const id = await ada.placeOrder();
  const refusal = await admin.refund(id, KEY);
  expect(refusal).toMatchObject({ __typename: 'OrderNotRefundable' });
  for (let step = 0; step < 3; step++) {
    await world.deliver();
    await world.runJob('orders.move-parcels');
  }
  await world.deliver();

  expect(await admin.refund(id, KEY)).toEqual(refusal);
  expect(await admin.refund(id, 'command-2')).toMatchObject({ __typename: 'Order' });
});

test('the same key while the first is under way waits for its answer', async () => {
  await using world = await orderWorld();
  const { store } = world.database;
  const command = { userId: userViewer().userId, key: KEY, content: 'x' };
  const first = Promise.withResolvers<void>();
  const isUnderWay = Promise.withResolvers<void>();
  let runs = 0;
  const ask = (until: Promise<void>) =>
    store.transact((tx) =>
      onceByKey(tx, command, world.parts.now(), {
        async run() {
          runs += 1;
          isUnderWay.resolve();
          await until;
          return runs;
        },
        answerOf: (run) => ({ run }),
      }),
    );

  const slow = ask(first.promise);
  await isUnderWay.promise;
  const repeated = ask(Promise.resolve());
  first.resolve();

  expect(await slow).toMatchObject({ answer: { run: 1 } });
  expect(await repeated).toEqual({ answer: { run: 1 } });
  expect(runs).toBe(1);
});

test('control: without a key the same is done again', async () => {
  await using world = await orderWorld();
  let runs = 0;
  const ask = () =>
    world.database.store.transact((tx) =>
      onceByKey(tx, undefined, world.parts.now(), {
        run: () => Promise.resolve(++runs),
        answerOf: (run) => ({ run }),
      }),
    );

  expect([await ask(), await ask()]).toMatchObject([
    { answer: { run: 1 } },
    { answer: { run: 2 } },
  ]);
});

test('a key that is too short is refused', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const id = await ada.placeOrder();

  await expect(ada.cancel(id, 'short')).rejects.toMatchObject({
    message: 'idempotencyKey must have 8 to 100 characters',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});
