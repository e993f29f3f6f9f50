import { v7 as newId } from 'uuid';
import { actingStore } from '#platform/testing/acting-store.ts';
import type { Tables } from '../data/tables.ts';
import { HOLD_MS, openShop, orderEvent, type Shop } from '../testing/shop.ts';

const UNITS = 10;
const QUANTITY = 3;

let shop: Shop;
let warehouse: string;

beforeAll(async () => {
  shop = await openShop();
  warehouse = await shop.warehouse();
});

afterAll(async () => shop[Symbol.asyncDispose]());

/** A product, an order of three of its units, and another buyer's orders: one held, one paid, one to come. */
interface Given {
  productId: string;
  own: string;
  held: string;
  paid: string;
  coming: string;
}

const ROLES = ['own', 'held', 'paid', 'coming'] as const;
type Role = (typeof ROLES)[number];

/** As many as are wanted, in a few batches: it is the interference that takes the time. */
async function setUp(isReserved: boolean, wanted: number): Promise<Given[]> {
  const all: Given[] = [];
  while (all.length < wanted) {
    const productId = await shop.product(UNITS, warehouse);
    all.push({ productId, own: newId(), held: newId(), paid: newId(), coming: newId() });
  }
  const reserving = isReserved ? (['own', 'held', 'paid'] as const) : (['held', 'paid'] as const);
  await shop.handle(
    all.flatMap((given) => reserving.map((role) => event(given, 'order.created', role))),
  );
  await shop.handle(all.map((given) => event(given, 'order.confirmed', 'paid')));
  return all;
}

function event(given: Given, type: Parameters<typeof orderEvent>[0], role: Role) {
  return orderEvent(type, given[role], [{ productId: given.productId, quantity: QUANTITY }]);
}

type Interference = NonNullable<Parameters<Shop['handle']>[1]>;

/** What an order goes through. */
interface Course {
  /** Whether its units are held before. */
  isReserved: boolean;
  run: (given: Given, interference: Interference) => Promise<unknown>;
  /** What it has come to at the end when nobody interferes. */
  ends: string;
}

const COURSES: Record<string, Course> = {
  reservation: {
    isReserved: false,
    run: (given, options) => shop.handle([event(given, 'order.created', 'own')], options),
    ends: 'HELD',
  },
  payment: {
    isReserved: true,
    run: (given, options) => shop.handle([event(given, 'order.confirmed', 'own')], options),
    ends: 'COMMITTED',
  },
  cancellation: {
    isReserved: true,
    run: (given, options) => shop.handle([event(given, 'order.cancelled', 'own')], options),
    ends: 'RELEASED',
  },
  expiry: {
    isReserved: true,
    run(_, options) {
      shop.wait(HOLD_MS);
      return shop.releaseExpired(options);
    },
    ends: 'RELEASED',
  },
};

/** What somebody else does in between, and what else the order may then have at its end. */
const ACTIONS: Record<string, { act: (given: Given) => Promise<unknown>; own?: string[] }> = {
  'another buyer takes all that is left': {
    act: ({ productId, coming }) =>
      shop.handle([orderEvent('order.created', coming, [{ productId, quantity: QUANTITY + 1 }])]),
    own: ['FAILED'],
  },
  'another buyer cancels': {
    act: (given) => shop.handle([event(given, 'order.cancelled', 'held')]),
  },
  'another buyer who has paid cancels': {
    act: (given) => shop.handle([event(given, 'order.cancelled', 'paid')]),
  },
  'holds expire': { act: () => shop.releaseExpired(), own: ['RELEASED'] },
  'the order is announced again': {
    act: (given) => shop.handle([event(given, 'order.created', 'own')]),
    own: ['HELD'],
  },
  'the order is cancelled': {
    act: (given) => shop.handle([event(given, 'order.cancelled', 'own')]),
    own: ['RELEASED'],
  },
};

/** Units of the product as its reservations say, and as its stock says: on hand, reserved and sold. */
async function bothViews({ productId, ...orders }: Given) {
  const ids = ROLES.map((role) => orders[role]);
  const rows = await shop.db
    .selectFrom('reservation')
    .innerJoin('reservation_line', 'reservation_line.order_id', 'reservation.order_id')
    .select(['status', 'quantity'])
    .where('reservation.order_id', 'in', ids)
    .execute();
  const sum = (wanted: string) =>
    rows.reduce((units, { status, quantity }) => units + (status === wanted ? quantity : 0), 0);
  const [reserved, sold] = [sum('HELD'), sum('COMMITTED')];
  const { available: total } = await shop.db
    .selectFrom('product_stock')
    .select('available')
    .where('product_id', '=', productId)
    .executeTakeFirstOrThrow();
  const stock = await shop.units(productId);
  return {
    fromReservations: { available: UNITS - reserved - sold, reserved, sold },
    fromStock: stock,
    total: { available: total },
  };
}

/** How many statements the course makes when nobody interferes. */
async function countStatements(course: Course): Promise<number> {
  // Holds of other tests would expire with this one's.
  shop.wait(HOLD_MS);
  await shop.releaseExpired();
  const [given] = await setUp(course.isReserved, 1);
  const store = actingStore<Tables>(shop.store, Infinity, () => Promise.resolve());
  await course.run(given!, { store });
  return store.statements();
}

const pairs = Object.entries(COURSES).flatMap(([course, it]) =>
  Object.entries(ACTIONS).map(([action, other]) => ({ action, course, it, other })),
);

test.each(pairs)(
  '$action between any two statements of the $course: no unit is lost, and none is there twice',
  async ({ it, other }) => {
    const statements = await countStatements(it);
    expect(statements).toBeGreaterThan(4);
    // Of an expiry all are due at once, so each has its turn before the next is made.
    const given = await setUp(it.isReserved, it === COURSES['expiry'] ? 1 : statements);

    for (let after = 1; after <= statements; after++) {
      const each = given.shift() ?? (await setUp(it.isReserved, 1))[0]!;
      const store = actingStore<Tables>(shop.store, after, () => other.act(each));
      await it.run(each, { store });
      expect(store.act()).toBeDefined();
      await store.act();

      const { fromReservations, fromStock, total } = await bothViews(each);
      expect({ after, ...fromStock }).toEqual({ after, ...fromReservations });
      expect(total.available).toBe(fromStock.available);
      const [status] = await shop.statuses([each.own]);
      expect([it.ends, ...(other.own ?? [])]).toContain(status);
    }
  },
);
