import { v7 as newId } from 'uuid';
import { ADDRESS } from '../testing/customer.ts';
import {
  ask,
  CLIENT_ADDRESS,
  orderWorld,
  userViewer,
  type OrderWorld,
} from '../testing/order-world.ts';

interface Answer {
  __typename: string;
  id?: string;
  position?: number;
  message?: string;
}

interface AskedClaim {
  orderId: string;
  idempotencyKey: string;
  isWaiting: boolean;
}

const RESULT = `
  __typename
  ... on Order { id }
  ... on QueuePlace { id position }
  ... on SoldOut { message }
  ... on SaleEnded { message }
`;

const CLAIMED = { price: { amountCents: 500, currency: 'USD' } };

/** Inventory as the test has it say; what it was asked to release, and who has left a queue. */
function sayingOf(world: OrderWorld, say: (claim: AskedClaim) => Record<string, unknown>) {
  const released: string[] = [];
  const left: unknown[] = [];
  const saying = { say, released, left };
  const mug = world.addProduct({ cents: 1_500 });
  world.intercept.request = async ({ variables }) => {
    const asked = variables as {
      claims?: readonly AskedClaim[];
      orderIds?: readonly string[];
      places?: readonly unknown[];
      left?: readonly unknown[];
    };
    const { claims, orderIds, places } = asked;
    if (claims) {
      return {
        _claimFlashUnits: claims.map((claim) =>
          Object.assign({ ...CLAIMED, orderId: claim.orderId, productId: mug }, saying.say(claim)),
        ),
      };
    }
    if (orderIds) {
      released.push(...orderIds);
      return { _releaseFlashUnits: true };
    }
    if (asked.left) {
      left.push(...asked.left);
      return { _leaveFlashQueues: true };
    }
    if (places) return { _flashPlaces: places.map(() => ({ position: 1, waitMs: 5 })) };
    return undefined;
  };
  return saying;
}

const buyer = (world: OrderWorld, viewer = userViewer()) => ({
  async buy(input: { saleId?: string; key?: string; quantity?: number } = {}): Promise<Answer> {
    const { saleId = SALE, key = newId(), quantity = 1 } = input;
    const { placeFlashOrder } = await ask<{ placeFlashOrder: Answer }>(
      world,
      viewer,
      `mutation ($input: PlaceFlashOrderInput!) { placeFlashOrder(input: $input) {
        ${RESULT} ... on IdempotencyConflict { message }
      } }`,
      {
        input: {
          saleId,
          quantity,
          idempotencyKey: key,
          paymentToken: 'tok_visa',
          shippingAddress: ADDRESS,
        },
      },
    );
    return placeFlashOrder;
  },
  async place(id: string): Promise<Answer | null> {
    const query = `query ($id: ID!) { queuePlace(id: $id) { ${RESULT} } }`;
    return (await ask<{ queuePlace: Answer | null }>(world, viewer, query, { id })).queuePlace;
  },
});

const SALE = newId();

const storedOrders = ({ database }: OrderWorld) =>
  database.db
    .selectFrom('customer_order')
    .select(['id', 'subtotal_cents', 'flash_sale_id', 'client_ip'])
    .orderBy('id')
    .execute();

const drain = (world: OrderWorld) => world.runJob('orders.drain-flash-queues');

test('a claimed purchase is an order at the price of the sale, once a key, also at the same time', async () => {
  await using world = await orderWorld();
  const bound = new Map<string, string>();
  sayingOf(world, ({ orderId, idempotencyKey }) => {
    if (!bound.has(idempotencyKey)) bound.set(idempotencyKey, orderId);
    return { answer: 'CLAIMED', orderId: bound.get(idempotencyKey) };
  });
  const ada = buyer(world);
  const key = newId();

  const answers = await Promise.all([1, 2, 3].map(() => ada.buy({ key, quantity: 2 })));
  answers.push(await ada.buy({ key, quantity: 2 }));

  const [order] = await storedOrders(world);
  expect(await storedOrders(world)).toEqual([
    { id: order?.id, subtotal_cents: 1_000, flash_sale_id: SALE, client_ip: CLIENT_ADDRESS },
  ]);
  expect(answers).toEqual(answers.map(() => ({ __typename: 'Order', id: order?.id })));
});

test('a placement that fails after the claim is made good by the next attempt with the key', async () => {
  await using world = await orderWorld();
  let orderId: string | undefined;
  sayingOf(world, (claim) => ({ answer: 'CLAIMED', orderId: (orderId ??= claim.orderId) }));
  const ada = buyer(world);
  const key = newId();
  const products = new Map(world.products);
  world.products.clear();
  const { request } = world.intercept;
  world.intercept.request = async (asked) => {
    if ('of' in asked.variables) throw new Error('catalog is away');
    return request?.(asked);
  };
  await expect(ada.buy({ key })).rejects.toThrow('something went wrong');
  expect(await storedOrders(world)).toEqual([]);

  for (const [id, product] of products) world.products.set(id, product);
  if (request) world.intercept.request = request;
  expect(await ada.buy({ key })).toEqual({ __typename: 'Order', id: orderId });
});

test('a refusal does not hide the order that the key has already', async () => {
  await using world = await orderWorld();
  const saying = sayingOf(world, () => ({ answer: 'CLAIMED' }));
  const ada = buyer(world);
  const key = newId();
  const { id } = await ada.buy({ key });

  saying.say = () => ({ answer: 'ENDED' });
  expect(await ada.buy({ key })).toEqual({ __typename: 'Order', id });
  expect(await ada.buy({ key, quantity: 2 })).toMatchObject({ __typename: 'IdempotencyConflict' });
  expect(await ada.buy()).toMatchObject({ __typename: 'SaleEnded' });
});

test('a place in the queue for a key that has its order already is given up', async () => {
  await using world = await orderWorld();
  const saying = sayingOf(world, () => ({ answer: 'CLAIMED' }));
  const ada = buyer(world);
  const key = newId();
  const { id } = await ada.buy({ key });

  // Inventory has forgotten the key, as it does when the order is cancelled.
  const asked: string[] = [];
  saying.say = ({ orderId }) => {
    asked.push(orderId);
    return { answer: 'QUEUED', position: 1, waitMs: 5 };
  };
  expect(await ada.buy({ key })).toEqual({ __typename: 'Order', id });
  expect(asked).not.toContain(id);
  expect(saying.left).toEqual(asked.map((orderId) => ({ saleId: SALE, orderId })));

  // Whose place it is keeps it.
  const waiting = newId();
  const place = await ada.buy({ key: waiting });
  saying.say = () => ({ answer: 'QUEUED', orderId: place.id, position: 1, waitMs: 5 });
  expect(await ada.buy({ key: waiting })).toMatchObject({ __typename: 'QueuePlace', id: place.id });
  expect(saying.left).toHaveLength(1);
});

test('a place that cannot be given up does not hide the order that the key has', async () => {
  await using world = await orderWorld();
  const saying = sayingOf(world, () => ({ answer: 'CLAIMED' }));
  const ada = buyer(world);
  const key = newId();
  const { id } = await ada.buy({ key });
  saying.say = () => ({ answer: 'QUEUED', position: 1, waitMs: 5 });
  const { request } = world.intercept;
  let asked = 0;
  world.intercept.request = async (question) => {
    if (!('left' in question.variables)) return request?.(question);
    asked += 1;
    throw new Error('inventory is away');
  };
  expect(await ada.buy({ key })).toEqual({ __typename: 'Order', id });
  expect(asked).toBe(1);
});

test('who waits and whose units were given back meanwhile waits no more', async () => {
  await using world = await orderWorld();
  const saying = sayingOf(world, () => ({ answer: 'QUEUED', position: 1, waitMs: 5 }));
  const ada = buyer(world);
  const { id = '' } = await ada.buy();
  saying.say = () => ({ answer: 'RELEASED' });
  await drain(world);
  expect((await ada.place(id))?.__typename).toBe('SaleEnded');
});

test('a key of another sale is a conflict, and the units that were claimed go back', async () => {
  await using world = await orderWorld();
  const saying = sayingOf(world, () => ({ answer: 'CLAIMED' }));
  const ada = buyer(world);
  const key = newId();
  await ada.buy({ key });

  expect(await ada.buy({ key, saleId: newId() })).toMatchObject({
    __typename: 'IdempotencyConflict',
  });
  expect(saying.released).toHaveLength(1);
  expect(await storedOrders(world)).toHaveLength(1);
});

test('those who wait are asked for in the order of arrival, and end with an order or with why not', async () => {
  await using world = await orderWorld();
  const saying = sayingOf(world, () => ({ answer: 'QUEUED', position: 1, waitMs: 5 }));
  const people = [buyer(world), buyer(world), buyer(world)];
  const places: string[] = [];
  for (const person of people) places.push((await person.buy()).id ?? '');
  await drain(world);
  expect(await storedOrders(world)).toEqual([]);
  expect(await people[0]?.place(places[1] ?? '')).toBeNull();

  const turns: string[] = [];
  saying.say = ({ orderId, isWaiting }) => {
    if (isWaiting) turns.push(orderId);
    return orderId === places[0] ? { answer: 'CLAIMED' } : { answer: 'QUEUED', position: 1 };
  };
  await drain(world);
  expect(turns).toEqual(places);
  // What was asked for a while ago is known still, and where it came from.
  expect(await storedOrders(world)).toMatchObject([{ id: places[0], client_ip: CLIENT_ADDRESS }]);
  expect(await people[1]?.place(places[1] ?? '')).toMatchObject({ __typename: 'QueuePlace' });

  saying.say = () => ({ answer: 'SOLD_OUT', units: 0 });
  await drain(world);
  const ends = await Promise.all(people.map((person, index) => person.place(places[index] ?? '')));
  expect(ends.map((end) => end?.__typename)).toEqual(['Order', 'SoldOut', 'SoldOut']);
});

test('two who drain at once place each order once', async () => {
  await using world = await orderWorld();
  const saying = sayingOf(world, () => ({ answer: 'QUEUED', position: 1, waitMs: 5 }));
  for (let person = 0; person < 5; person++) await buyer(world).buy();
  saying.say = () => ({ answer: 'CLAIMED' });

  await Promise.all([drain(world), drain(world)]);

  expect(await storedOrders(world)).toHaveLength(5);
});
