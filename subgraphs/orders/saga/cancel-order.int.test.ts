import { progressOrders } from './progress-orders.ts';
import { cancelOrder } from './cancel-order.ts';
import { moveParcels } from '../shipping/move-parcels.ts';
import { customer } from '../testing/customer.ts';
import { orderWorld, userViewer, type OrderWorld } from '../testing/order-world.ts';

const limits = { stallMs: 15_000, giveUpMs: 600_000, packMs: 0, transitMs: 0 };

/** An order that is packed, with a parcel that the carrier fetches now. */
async function packedOrder() {
  const world = await orderWorld({ SHIP_PACK_MS: '0' });
  const ada = customer(world);
  const mug = world.addProduct({ units: 5 });
  const id = await ada.placeOrder({ productId: mug, quantity: 2 });
  await world.deliver();
  return { world, ada, mug, id, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

const rulesOf = ({ parts: { now, newId } }: OrderWorld) => ({ now, newId, limits });

const move = (world: OrderWorld) =>
  moveParcels(
    world.database.store,
    {
      ...rulesOf(world),
      schedule: { packMs: 0, transitMs: 1_000, failureRate: 0 },
      random: () => 1,
    },
    () => Promise.resolve(),
  );

test('a packed order is cancelled with its parcel, the money and the stock back', async () => {
  await using packed = await packedOrder();
  const { world, ada, mug, id } = packed;

  expect(await ada.cancel(id)).toEqual({ __typename: 'Order', status: 'CANCELLED' });
  await world.deliver();

  expect(await ada.order(id)).toMatchObject({
    status: 'CANCELLED',
    cancellationReason: 'CUSTOMER_REQUEST',
    payment: { status: 'REFUNDED' },
    shipment: { status: 'CANCELLED' },
    isCancellable: false,
  });
  expect((await ada.order(id)).timeline.at(-1)?.message).toBe('The payment was refunded.');
  expect(world.inventory.stock.get(mug)).toBe(5);
  expect(await move(world)).toBe(0);
});

test('a parcel that has left has its order with it, which is no longer to be cancelled', async () => {
  await using packed = await packedOrder();
  const { world, ada, id } = packed;
  expect(await move(world)).toBe(1);

  expect(await ada.order(id)).toMatchObject({ status: 'SHIPPED', isCancellable: false });
  expect(await ada.cancel(id)).toMatchObject({ __typename: 'OrderNotCancellable' });
});

/** As a process does that tells the order by an event, which is on its way. */
async function parcelLeaves({ database }: OrderWorld): Promise<void> {
  await database.db
    .updateTable('shipment')
    .set({ status: 'IN_TRANSIT', next_step_at: null })
    .execute();
}

test('a parcel that has left stops the cancellation before the order knows of it', async () => {
  await using packed = await packedOrder();
  const { world, ada, id } = packed;
  await parcelLeaves(world);

  expect(await ada.order(id)).toMatchObject({ status: 'PROCESSING', isCancellable: false });
  expect(await ada.cancel(id)).toMatchObject({ __typename: 'OrderNotCancellable' });

  world.advance(60_000);
  await world.runJob('orders.sweep');
  await world.deliver();
  expect(await ada.order(id)).toMatchObject({ status: 'SHIPPED' });
});

test('control: a cancellation that does not look at the parcel cancels one that has left', async () => {
  await using packed = await packedOrder();
  const { world, ada, id } = packed;
  await parcelLeaves(world);
  const event = { type: 'order.cancel_requested', data: { orderId: id, by: 'CUSTOMER' } } as const;

  await world.database.store.transact((tx) =>
    progressOrders(tx, [{ orderId: id, event }], rulesOf(world)),
  );

  expect(await ada.order(id)).toMatchObject({
    status: 'CANCELLED',
    shipment: { status: 'IN_TRANSIT' },
  });
});

test('the carrier passes over a parcel that is being cancelled', async () => {
  await using packed = await packedOrder();
  const { world, ada, id } = packed;

  const movedMeanwhile = await world.database.store.transact(async (tx) => {
    await cancelOrder(tx, { orderId: id, by: 'CUSTOMER' }, rulesOf(world));
    return move(world);
  });

  expect(movedMeanwhile).toBe(0);
  expect(await move(world)).toBe(0);
  expect(await ada.order(id)).toMatchObject({ status: 'CANCELLED' });
});

test('a crowd of cancellations and the carrier agree on one end', async () => {
  await using packed = await packedOrder();
  const { world, ada, id } = packed;

  const cancellations = Array.from({ length: 8 }, () => ada.cancel(id));
  const [answers] = await Promise.all([Promise.all(cancellations), move(world)]);
  await world.deliver();

  const { status, shipment } = await ada.order(id);
  const expected =
    status === 'CANCELLED' ? ['Order', 'CANCELLED'] : ['OrderNotCancellable', 'IN_TRANSIT'];
  expect(new Set([...answers.map(({ __typename }) => __typename), shipment?.status])).toEqual(
    new Set(expected),
  );
});

test('cancelling twice is cancelling once', async () => {
  await using packed = await packedOrder();
  const { world, ada, id } = packed;
  await ada.cancel(id);

  expect(await ada.cancel(id)).toEqual({ __typename: 'Order', status: 'CANCELLED' });
  await world.deliver();
  const told = world.delivered.filter(({ type }) => type === 'order.cancelled');
  expect(told).toHaveLength(1);
});

test('an order that is cancelled before its stock is reserved is not charged', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const mug = world.addProduct({ units: 5 });
  const id = await ada.placeOrder({ productId: mug });
  await ada.cancel(id);

  await world.deliver();

  expect(await ada.order(id)).toMatchObject({ status: 'CANCELLED', payment: null });
  expect(world.inventory.stock.get(mug)).toBe(5);
});

test('an order belongs to who placed it, and to administrators', async () => {
  await using packed = await packedOrder();
  const { world, ada, id } = packed;
  const bob = customer(world);
  const reader = customer(world, userViewer(undefined, ['orders:read']));
  const admin = customer(world, userViewer(undefined, ['orders:read', 'orders:write']));

  expect(await bob.order(id)).toBeNull();
  await expect(bob.cancel(id)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  await expect(reader.cancel(id)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  await admin.cancel(id);
  expect(await ada.order(id)).toMatchObject({ cancellationReason: 'ADMIN_REQUEST' });
});
