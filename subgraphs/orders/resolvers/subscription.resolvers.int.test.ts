import type { ExecutionResult } from 'graphql';
import { v7 as newId } from 'uuid';
import type { Viewer } from '#platform/identity/viewer.ts';
import { orderChannel } from '../live/order-channels.ts';
import { customer } from '../testing/customer.ts';
import { orderWorld, userViewer, type OrderWorld } from '../testing/order-world.ts';

interface Update {
  order: { id: string; status: string; timeline: { status: string }[]; payment: unknown };
}

async function open({ subgraph }: OrderWorld, viewer: Viewer, query: string) {
  const stop = new AbortController();
  const request = { query, viewer, requestId: newId(), signal: stop.signal };
  const opened = await subgraph.subscribe(request);
  if (!(Symbol.asyncIterator in opened)) return { errors: opened.errors, stop };
  const events = opened[Symbol.asyncIterator]();
  const next = async () => {
    const { value } = (await events.next()) as { value: ExecutionResult };
    if (value.errors?.[0]) throw value.errors[0];
    return (value.data as unknown as Update).order;
  };
  return { events, next, stop };
}

type Opened = Awaited<ReturnType<typeof open>>;

const updatesOf = (id: string) => `subscription {
  order: orderUpdated(id: "${id}") { id status timeline { status } payment { status } }
}`;

test('a follower sees the order as it is, and then its end, with all that belongs to it', async () => {
  await using world = await orderWorld({ SHIP_PACK_MS: '0', SHIP_TRANSIT_MS: '0' });
  const ada = customer(world);
  const id = await ada.placeOrder();
  const { next, stop } = await open(world, ada.viewer, updatesOf(id));
  expect(await next?.()).toMatchObject({ status: 'PENDING', payment: null });

  const seen: Update['order'][] = [];
  const watching = (async () => {
    while (seen.at(-1)?.status !== 'DELIVERED') {
      const order = await next?.();
      if (order) seen.push(order);
    }
  })();
  await world.deliver();
  await world.runJob('orders.move-parcels');
  await world.runJob('orders.move-parcels');
  await world.deliver();
  await watching;
  stop.abort();

  const lengths = seen.map(({ timeline }) => timeline.length);
  expect(lengths).toEqual(lengths.toSorted((one, other) => one - other));
  expect(seen.at(-1)).toMatchObject({ payment: { status: 'SUCCEEDED' } });
  expect(seen.at(-1)?.timeline).toHaveLength(6);
});

test('a refund is told, though no event of the order tells it', async () => {
  await using world = await orderWorld();
  const ada = customer(world);
  const id = await ada.placeOrder();
  await world.deliver();
  await ada.cancel(id);
  const { next, stop } = await open(world, ada.viewer, updatesOf(id));
  expect(await next?.()).toMatchObject({ payment: { status: 'SUCCEEDED' } });

  const update = next?.();
  await world.deliver();
  expect(await update).toMatchObject({ status: 'CANCELLED', payment: { status: 'REFUNDED' } });
  stop.abort();
});

test.each([
  ['aborts', async ({ stop }: Opened) => stop.abort()],
  ['returns', async ({ events }: Opened) => void (await events?.return?.())],
])('who %s while nothing happens is let go, and nothing goes on listening', async (_how, leave) => {
  await using world = await orderWorld();
  const ada = customer(world);
  const id = await ada.placeOrder();
  const opened = await open(world, ada.viewer, updatesOf(id));
  await opened.next?.();
  const waiting = opened.events?.next();
  expect(await listeners(world, id)).toBe(1);

  await leave(opened);

  expect(await waiting).toMatchObject({ done: true });
  // Redis is told after the follower is let go.
  let count = await listeners(world, id);
  for (let asked = 0; count !== 0 && asked < 1_000; asked++) count = await listeners(world, id);
  expect(count).toBe(0);
});

async function listeners({ redis }: OrderWorld, id: string): Promise<unknown> {
  const [, count] = await redis.pubsub('NUMSUB', orderChannel(id));
  return count;
}

test("nobody follows another's order", async () => {
  await using world = await orderWorld();
  const id = await customer(world).placeOrder();

  const { errors } = await open(world, userViewer(), updatesOf(id));
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
});

test('administrators see every order when it is placed, and nobody else does', async () => {
  await using world = await orderWorld();
  const query = 'subscription { order: orderPlaced { id status } }';
  const admin = userViewer(undefined, ['orders:read']);
  const { next, stop } = await open(world, admin, query);
  const first = next?.();

  const id = await customer(world).placeOrder();
  await world.deliver();
  expect(await first).toMatchObject({ id });
  stop.abort();

  const { errors } = await open(world, userViewer(), query);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});
