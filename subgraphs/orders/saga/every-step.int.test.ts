import { actingStore } from '#platform/testing/acting-store.ts';
import type { Tables } from '../data/tables.ts';
import { moveParcels } from '../shipping/move-parcels.ts';
import { customer } from '../testing/customer.ts';
import { orderWorld, userViewer, type OrderWorld } from '../testing/order-world.ts';
import { cancelOrder } from './cancel-order.ts';

const UNITS = 5;
const QUANTITY = 2;
const UNDONE = {
  isCancelled: true,
  isParcelStopped: true,
  isMoneyBack: true,
  units: UNITS,
  told: 1,
  left: 0,
};
/** The carrier was first. */
const GONE = {
  isCancelled: false,
  isParcelStopped: false,
  isMoneyBack: false,
  units: UNITS - QUANTITY,
  told: 0,
  left: 1,
};
const limits = { stallMs: 15_000, giveUpMs: 600_000, packMs: 0, transitMs: 0 };

let world: OrderWorld;

beforeAll(async () => {
  world = await orderWorld({ SHIP_PACK_MS: '0' });
});

afterAll(async () => world[Symbol.asyncDispose]());

const rules = () => ({ now: world.parts.now, newId: world.parts.newId, limits });

const fetchParcels = () =>
  moveParcels(
    world.database.store,
    {
      ...rules(),
      schedule: { packMs: 0, transitMs: 1_000, failureRate: 0 },
      random: () => 1,
    },
    () => Promise.resolve(),
  );

/** How far an order has come when it is cancelled. */
const STATES: Record<string, () => Promise<void>> = {
  'just placed': () => Promise.resolve(),
  packed: () => world.deliver(),
};

interface Given {
  ada: ReturnType<typeof customer>;
  productId: string;
  id: string;
}

/** What somebody else does in between. */
const ACTIONS: Record<string, (given: Given) => Promise<unknown>> = {
  'the carrier fetches parcels': fetchParcels,
  'the customer cancels, too': ({ ada, id }) => ada.cancel(id),
  'an administrator gives the money back': ({ id }) =>
    customer(world, userViewer(undefined, ['orders:read', 'orders:write'])).refund(id),
  'what is under way arrives': () => world.deliver(),
  'the sweeper looks': () => world.runJob('orders.sweep'),
};

async function placed(state: string): Promise<Given> {
  const ada = customer(world);
  const productId = world.addProduct({ units: UNITS });
  const id = await ada.placeOrder({ productId, quantity: QUANTITY });
  await STATES[state]?.();
  return { ada, productId, id };
}

function cancelling(id: string, after: number, act: () => Promise<unknown>) {
  const store = actingStore<Tables>(world.database.store, after, act);
  const cancelled = store.transact((tx) => cancelOrder(tx, { orderId: id, by: 'ADMIN' }, rules()));
  return { store, cancelled };
}

async function countStatements(state: string): Promise<number> {
  const { id } = await placed(state);
  const { store, cancelled } = cancelling(id, Infinity, () => Promise.resolve());
  await cancelled;
  await world.deliver();
  return store.statements();
}

const pairs = Object.keys(STATES).flatMap((state) =>
  Object.keys(ACTIONS).map((action) => [action, state] as const),
);

test.each(pairs)(
  '%s between any two statements of the cancellation of an order that is %s: it has one end, and all agree on it',
  async (action, state) => {
    const statements = await countStatements(state);
    expect(statements).toBeGreaterThan(3);

    const outcomes: string[] = [];
    for (let after = 1; after <= statements; after++) {
      const given = await placed(state);
      const { store, cancelled } = cancelling(given.id, after, async () =>
        ACTIONS[action]?.(given),
      );
      const { outcome } = await cancelled;
      outcomes.push(outcome);
      expect(store.act()).toBeDefined();
      await store.act();
      await world.deliver();
      await fetchParcels();
      await world.deliver();

      const { status, payment, shipment } = await given.ada.order(given.id);
      const tellings = (wanted: string) =>
        world.delivered.filter(({ type, key }) => type === wanted && key === given.id).length;
      expect({
        after,
        outcome,
        isCancelled: status === 'CANCELLED',
        isParcelStopped: shipment === null || shipment.status === 'CANCELLED',
        isMoneyBack: payment === null || payment.status === 'REFUNDED',
        units: world.inventory.stock.get(given.productId),
        told: tellings('order.cancelled'),
        left: tellings('shipment.in_transit'),
      }).toEqual({ after, outcome, ...(outcome === 'CANCELLED' ? UNDONE : GONE) });
    }
    // Once its statements are made nobody comes before it.
    expect(outcomes.at(-1)).toBe('CANCELLED');
  },
);
