import { sql } from 'kysely';
import { createCarts, type Carts } from '../cart/carts.ts';
import { ADDRESS, customer } from '../testing/customer.ts';
import { orderWorld, type OrderWorld } from '../testing/order-world.ts';
import { createAdmission } from './admission.ts';
import { createProductFinder } from './catalog-products.ts';
import { createCheckoutRequests } from './checkout-requests.ts';
import { createPlacementDesk } from './placement-desk.ts';
import { checkout, type CheckoutParts, type CheckoutRequest } from './checkout.ts';

const STEPS = ['claim', 'read the cart', 'price it', 'admit', 'place', 'answer'] as const;
type Step = (typeof STEPS)[number];

/** Of the database that all tests share. */
interface Counts {
  units: number;
  orders: number;
  keys: number;
}

interface Given {
  world: OrderWorld;
  before: Counts;
  parts: CheckoutParts;
  carts: Carts;
  request: CheckoutRequest;
  mug: string;
}

/** What somebody else does between two steps of a checkout, and how many units it brings into or out of the cart. */
const ACTIONS: Record<string, (given: Given) => Promise<number>> = {
  'the same request comes again': async ({ parts, request }) => {
    await checkout(parts, request);
    return 0;
  },
  'another tab buys the cart': async ({ parts, request }) => {
    await checkout(parts, { ...request, idempotencyKey: 'other-tab' });
    return 0;
  },
  'the key is used for another card': async ({ parts, request }) => {
    await checkout(parts, { ...request, paymentToken: 'tok_mastercard' });
    return 0;
  },
  'a unit is added': async ({ carts, request, mug }) => {
    await carts.add(request.userId, { productId: mug, quantity: 1 });
    return 1;
  },
  'a line is taken out': async ({ carts, request, mug }) => {
    const { lines } = await carts.readStored(request.userId);
    await carts.set(request.userId, { productId: mug, quantity: 0 });
    return -(lines.find(({ productId }) => productId === mug)?.quantity ?? 0);
  },
  'another buyer buys the same': async ({ world, mug }) => {
    await customer(world).placeOrder({ productId: mug });
    return 1;
  },
  'the copies in Redis are lost': async ({ world }) => {
    await world.redis.flushdb();
    return 0;
  },
};

function partsOf({ parts, database }: OrderWorld, carts: Carts): CheckoutParts {
  const clock = { now: parts.now, newId: parts.newId };
  const requests = createCheckoutRequests(database.db);
  return {
    ...clock,
    carts,
    requests,
    rate: () => Promise.resolve(0),
    findProduct: createProductFinder(parts.graph),
    findCard: () => Promise.resolve('Visa •••• 4242'),
    admission: createAdmission({ graph: parts.graph, log: parts.log, timeoutMs: 5_000 }),
    placeOrder: createPlacementDesk({ ...clock, carts, requests }),
    limits: { stallMs: 1_000, giveUpMs: 1_000, packMs: 0, transitMs: 0 },
  };
}

/** The same parts, but something happens once before a step. */
function interrupt(parts: CheckoutParts, step: Step, action: () => Promise<void>): CheckoutParts {
  let hasHappened = false;
  const before =
    <Args extends unknown[], Result>(name: Step, call: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      if (name === step && !hasHappened) {
        hasHappened = true;
        await action();
      }
      return call(...args);
    };
  const { requests, carts, admission } = parts;
  return {
    ...parts,
    requests: { ...requests, claim: before('claim', requests.claim) },
    carts: { ...carts, readCopied: before('read the cart', carts.readCopied) },
    findProduct: before('price it', parts.findProduct),
    admission: { ...admission, admit: before('admit', admission.admit) },
    placeOrder: before('place', parts.placeOrder),
  };
}

let world: OrderWorld;

beforeAll(async () => {
  world = await orderWorld();
});

afterAll(async () => world[Symbol.asyncDispose]());

async function setUp(): Promise<Given> {
  const ada = customer(world);
  const mug = world.addProduct();
  await ada.put(mug, 2);
  await ada.put(world.addProduct(), 3);
  const carts = createCarts({ ...world.parts, store: world.database.store });
  const request = {
    userId: ada.viewer.userId,
    idempotencyKey: 'purchase-1',
    paymentToken: 'tok_visa',
    address: { ...ADDRESS, line2: null, region: null },
  };
  const parts = partsOf(world, carts);
  return { world, before: await countAll(), parts, carts, request, mug };
}

/** Units in the cart and in orders, and how many orders there are of each idempotency key. */
async function count({ before, carts, request }: Given) {
  const { lines } = await carts.readStored(request.userId);
  const { units, orders, keys } = await countAll();
  return {
    inCart: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    units: units - before.units,
    orders: orders - before.orders,
    keys: keys - before.keys,
  };
}

async function countAll(): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select (select coalesce(sum(quantity), 0)::int from order_line) as units,
      (select count(*)::int from customer_order) as orders,
      (select count(*)::int from checkout_request where placed_at is not null) as keys
  `.execute(world.database.db);
  return rows[0] ?? { units: 0, orders: 0, keys: 0 };
}

const pairs = STEPS.flatMap((step) =>
  Object.keys(ACTIONS).map((action) => [action, step] as const),
);

test.each(pairs)(
  '%s before the checkout goes on to %s: no unit is lost or bought twice',
  async (name, step) => {
    const given = await setUp();
    const { parts, request } = given;
    let moved = 0;
    const act = async () => void (moved = (await ACTIONS[name]?.(given)) ?? 0);

    const outcome = await checkout(interrupt(parts, step, act), request);
    if (step === 'answer') await act();

    const { inCart, units, orders, keys } = await count(given);
    expect(inCart + units).toBe(5 + moved);
    expect(orders).toBe(keys);
    expect(orders).toBeGreaterThan(0);
    // Whoever has an order has it under the key from now on, whatever is in the cart.
    const isPlaced = outcome.kind === 'PLACED';
    const again = isPlaced ? await checkout(parts, request) : outcome;
    expect(again).toEqual(isPlaced ? { kind: 'PLACED', orderId: outcome.orderId } : outcome);
    expect(await given.carts.read(request.userId)).toEqual(
      await given.carts.readStored(request.userId),
    );
  },
);

test('control: a placement that does not look at the key buys the cart of a repeated request again', async () => {
  const given = await setUp();
  const { parts, carts, request, mug } = given;
  const unguarded: CheckoutParts = {
    ...parts,
    placeOrder: createPlacementDesk({
      now: parts.now,
      newId: parts.newId,
      carts,
      requests: {
        ...parts.requests,
        bind: (_tx, all) =>
          Promise.resolve(() => new Map(all.map((each) => [each.orderId, each.requestHash]))),
      },
    }),
    requests: {
      ...parts.requests,
      claim: (_key, newOrderId) => Promise.resolve({ state: 'OPEN', orderId: newOrderId }),
    },
  };
  const again = async () => {
    await checkout(unguarded, request);
    await carts.add(request.userId, { productId: mug, quantity: 2 });
  };

  await checkout(interrupt(unguarded, 'claim', again), request);

  const { orders, keys } = await count(given);
  expect([orders, keys]).toEqual([2, 0]);
});
