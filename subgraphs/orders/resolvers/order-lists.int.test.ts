import { v7 as newId } from 'uuid';
import type { Viewer } from '#platform/identity/viewer.ts';
import { createSubgraphExecutor } from '#platform/subgraph/executor.ts';
import { createContext, type Shop } from '../context.ts';
import { ask, orderWorld, userViewer, type OrderWorld } from '../testing/order-world.ts';
import { storeOrder } from '../testing/stored-order.ts';

interface ListView {
  list: {
    totalCount: number;
    isTotalCountExact: boolean;
    edges: { cursor: string; node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const ARGS = '$filter: OrderFilter, $sort: OrderSort, $first: Int, $after: String';
const query = (field: string) => `query (${ARGS}) {
  list: ${field}(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount isTotalCountExact edges { cursor node { id } } pageInfo { hasNextPage endCursor }
  }
}`;

const admin = userViewer(undefined, ['orders:read']);

async function listed(
  world: OrderWorld,
  variables: Record<string, unknown>,
  viewer: Viewer = admin,
  field = 'orders',
) {
  const { list } = await ask<ListView>(world, viewer, query(field), variables);
  return { ...list, ids: list.edges.map(({ node }) => node.id) };
}

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute));

test('pages follow each other without gap or repeat, also among equal times and totals', async () => {
  await using world = await orderWorld();
  const ids: string[] = [];
  for (let index = 0; index < 7; index++) {
    const cents = 1_000 * (index % 2);
    const lines = [{ name: 'Mug', cents }];
    ids.push(await storeOrder(world.database, { lines, placedAt: at(index % 3) }));
  }

  for (const sort of ['NEWEST', 'OLDEST', 'TOTAL_DESC', 'TOTAL_ASC']) {
    const all = await listed(world, { sort, first: 100 });
    expect(all.ids.toSorted()).toEqual(ids.toSorted());
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page = await listed(world, { sort, first: 2, after });
      expect(page.totalCount).toBe(7);
      paged.push(...page.ids);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(all.ids);
  }
});

test('a cursor of another order is refused', async () => {
  await using world = await orderWorld();
  for (let index = 0; index < 2; index++) await storeOrder(world.database);
  const { pageInfo } = await listed(world, { sort: 'NEWEST', first: 1 });

  await expect(
    listed(world, { sort: 'TOTAL_ASC', after: pageInfo.endCursor }),
  ).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});

test('every condition narrows the list', async () => {
  await using world = await orderWorld();
  const { database } = world;
  const [ada, mug] = [newId(), newId()];
  const early = await storeOrder(database, {
    userId: ada,
    status: 'DELIVERED',
    placedAt: at(0),
    lines: [{ name: 'Blue Mug', cents: 1_000, productId: mug }],
  });
  const late = await storeOrder(database, {
    status: 'CANCELLED',
    placedAt: at(30),
    lines: [
      { name: 'Green Cap', cents: 9_000 },
      { name: 'Mug Tree', cents: 1_000 },
    ],
  });
  const ids = async (filter: object) => (await listed(world, { filter })).ids;

  expect(await ids({})).toEqual([late, early]);
  expect(await ids({ statuses: ['CANCELLED', 'PENDING'] })).toEqual([late]);
  expect(await ids({ placedFrom: at(30) })).toEqual([late]);
  expect(await ids({ placedBefore: at(30) })).toEqual([early]);
  expect(await ids({ minTotalCents: 1_001 })).toEqual([late]);
  expect(await ids({ maxTotalCents: 1_000 })).toEqual([early]);
  expect(await ids({ productId: mug })).toEqual([early]);
  expect(await ids({ customerId: ada })).toEqual([early]);
  expect(await ids({ search: 'mug' })).toEqual([late, early]);
  expect(await ids({ search: 'blue mu' })).toEqual([early]);
  expect(await ids({ search: 'green mug' })).toEqual([]);
  expect(await ids({ search: late.toUpperCase() })).toEqual([late]);
  expect(await ids({ search: early.slice(0, 35) })).toContain(early);
  expect(await ids({ search: early.slice(-8).toUpperCase() })).toEqual([early]);
  expect(await ids({ search: early.slice(-17) })).toEqual([early]);
  expect(await ids({ search: `0${early.slice(-8)}`.slice(0, 8) })).toEqual([]);
  expect(await ids({ search: 'mug', statuses: ['DELIVERED'] })).toEqual([early]);
});

test('my orders are mine, whatever the filter says', async () => {
  await using world = await orderWorld();
  const ada = userViewer();
  const mine = await storeOrder(world.database, { userId: ada.userId });
  await storeOrder(world.database);

  expect((await listed(world, {}, ada, 'myOrders')).ids).toEqual([mine]);
  await expect(
    listed(world, { filter: { customerId: newId() } }, ada, 'myOrders'),
  ).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
});

test('all orders are for those with the scope', async () => {
  await using world = await orderWorld();

  await expect(listed(world, {}, userViewer())).rejects.toMatchObject({
    extensions: { code: 'FORBIDDEN' },
  });
  await expect(listed(world, {}, { kind: 'anonymous' })).rejects.toMatchObject({
    extensions: { code: 'UNAUTHENTICATED' },
  });
});

test('a page of orders with all that belongs to them takes one statement a kind', async () => {
  await using world = await orderWorld();
  for (let index = 0; index < 20; index++) await storeOrder(world.database);
  let statements = 0;
  const db = world.database.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => (statements++, result),
  });
  const subgraph = createSubgraphExecutor({
    name: 'orders',
    schema: world.schema,
    log: world.parts.log,
    createContext: (scope) =>
      createContext({ ...(world.behaviour.createContext(scope) as Shop), db }, scope),
  });

  const source = `{ orders(first: 20) { edges { node {
    id lines { productName } timeline { status } payment { status } shipment { status } isCancellable
  } } } }`;
  const { errors } = await subgraph.execute({ query: source, viewer: admin, requestId: newId() });

  expect(errors).toBeUndefined();
  expect(statements).toBe(5);
});
