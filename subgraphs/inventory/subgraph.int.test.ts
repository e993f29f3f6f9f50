import { v7 as newId } from 'uuid';
import { ANONYMOUS, type Viewer } from '#platform/identity/viewer.ts';
import { createSubgraphExecutor } from '#platform/subgraph/executor.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { DateTime } from '#platform/graphql/scalars.ts';
import { createContext } from './context.ts';
import { createSaleReader } from './flash-sale/data/sale.loaders.ts';
import { resolvers } from './resolvers.ts';
import { openShop, orderEvent, type Shop } from './testing/shop.ts';

const typeDefs = parse(readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'));
const schema = buildSubgraphSchema([{ typeDefs, resolvers: { DateTime, ...resolvers } as never }]);

const admin: Viewer = {
  kind: 'user',
  userId: newId(),
  sessionId: 's1',
  roles: ['admin'],
  scopes: ['inventory:read', 'inventory:write'],
  expiresAt: 0,
};
const orders: Viewer = { kind: 'service', name: 'orders' };

/** Asks the subgraph as this viewer; `statements` counts what it asked the database. */
function openGraph(shop: Shop) {
  const graph = { statements: 0, ask };
  const db = shop.db.withPlugin({
    transformQuery: ({ node }) => (graph.statements++, node),
    transformResult: async ({ result }) => result,
  });
  const executor = createSubgraphExecutor({
    name: 'inventory',
    schema,
    log: silentLog,
    createContext: (scope) =>
      createContext(
        {
          store: { ...shop.store, db },
          desk: shop.desk,
          flash: shop.flash,
          flashReader: createSaleReader({ db, redis: shop.redis, now: shop.now }),
          live: shop.live,
          stockChanged: (stock) => shop.desk.sync(stock, []),
          now: shop.now,
          newId,
        },
        scope,
      ),
  });

  async function ask(
    query: string,
    variables: Record<string, unknown> = {},
    viewer: Viewer = admin,
  ) {
    const result = await executor.execute({ query, variables, viewer, requestId: 'r1' });
    return {
      data: result.data as Record<string, never> | null | undefined,
      codes: result.errors?.map(({ extensions }) => extensions['code']),
      messages: result.errors?.map(({ message }) => message),
    };
  }
  return graph;
}

test('resolves the stock of many products in one statement, for anybody', async () => {
  await using shop = await openShop();
  const graph = openGraph(shop);
  const mug = await shop.product(5);
  const representations = [mug, newId(), 'no-id'].map((id) => ({ __typename: 'Product', id }));

  const { data } = await graph.ask(
    'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Product { stock } } }',
    { of: representations },
    ANONYMOUS,
  );

  expect(data).toEqual({ _entities: [{ stock: 5 }, { stock: 0 }, { stock: 0 }] });
  expect(graph.statements).toBe(1);
});

test('pages through stock levels, fewest free units first, with what belongs to them', async () => {
  await using shop = await openShop();
  const graph = openGraph(shop);
  const [ber, ham] = [await shop.warehouse('BER1'), await shop.warehouse('HAM1')];
  for (const units of [3, 1, 2]) await shop.product(units, ber);
  const mug = await shop.product(2, ham);
  await shop.handle([orderEvent('order.created', newId(), [{ productId: mug, quantity: 2 }])]);
  const query = `query ($filter: StockLevelFilter, $after: String) {
    stockLevels(filter: $filter, first: 2, after: $after) {
      totalCount
      edges { node { available onHand reserved warehouse { code } product { stock } } }
      pageInfo { hasNextPage hasPreviousPage endCursor }
    }
  }`;

  const { data } = await graph.ask(query);
  const first = data?.['stockLevels'] as never as { pageInfo: { endCursor: string } };
  expect(first).toMatchObject({
    totalCount: 4,
    edges: [
      { node: { available: 0, onHand: 2, reserved: 2, warehouse: { code: 'HAM1' } } },
      { node: { available: 1, onHand: 1, product: { stock: 1 } } },
    ],
    pageInfo: { hasNextPage: true, hasPreviousPage: false },
  });
  // The page, the count, the warehouses and the totals.
  expect(graph.statements).toBe(4);

  const rest = await graph.ask(query, { after: first.pageInfo.endCursor });
  expect(rest.data?.['stockLevels']).toMatchObject({
    edges: [{ node: { available: 2 } }, { node: { available: 3 } }],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  });

  const few = await graph.ask(query, { filter: { warehouseId: ber, availableBelow: 3 } });
  expect(few.data?.['stockLevels']).toMatchObject({ totalCount: 2 });
  const some = await graph.ask(query, { filter: { productIds: [mug] } });
  expect(some.data?.['stockLevels']).toMatchObject({ totalCount: 1 });
});

const ADJUST = `mutation ($input: AdjustStockInput!) {
  adjustStock(input: $input) {
    __typename
    ... on StockLevel { available received }
    ... on InsufficientStock { available message }
  }
}`;

test('adjusts stock, and says what is wrong with an adjustment', async () => {
  await using shop = await openShop();
  const graph = openGraph(shop);
  const input = {
    productId: newId(),
    warehouseId: await shop.warehouse(),
    delta: 5,
    reason: 'delivery',
    idempotencyKey: 'delivery-1',
  };
  const adjust = (changes: object) => graph.ask(ADJUST, { input: { ...input, ...changes } });

  const added = { __typename: 'StockLevel', available: 5, received: 5 };
  expect((await adjust({})).data).toEqual({ adjustStock: added });
  expect((await adjust({})).data).toEqual({ adjustStock: added });
  expect((await adjust({ delta: -6, idempotencyKey: null })).data).toMatchObject({
    adjustStock: { __typename: 'InsufficientStock', available: 5 },
  });
  expect((await adjust({ delta: 0 })).messages).toEqual(['delta: must not be 0']);
  expect((await adjust({ reason: ' ' })).codes).toEqual(['BAD_USER_INPUT']);
  expect((await adjust({ warehouseId: newId() })).codes).toEqual(['NOT_FOUND']);
  expect((await adjust({ productId: 'mug' })).codes).toEqual(['BAD_USER_INPUT']);
  expect(await shop.desk.admit([{ orderId: newId(), lines: [{ ...input, quantity: 5 }] }])).toEqual(
    [expect.objectContaining({ isAdmitted: true })],
  );
});

test('creates a warehouse with a code of its own', async () => {
  await using shop = await openShop();
  const graph = openGraph(shop);
  const mutation = `mutation ($input: CreateWarehouseInput!) {
    createWarehouse(input: $input) {
      __typename
      ... on Warehouse { code }
      ... on WarehouseCodeTaken { message }
    }
  }`;
  const input = { code: 'BER1', name: 'Berlin', city: 'Berlin', country: 'DE' };

  expect((await graph.ask(mutation, { input })).data).toEqual({
    createWarehouse: { __typename: 'Warehouse', code: 'BER1' },
  });
  expect((await graph.ask(mutation, { input })).data).toMatchObject({
    createWarehouse: { __typename: 'WarehouseCodeTaken' },
  });
  expect((await graph.ask(mutation, { input: { ...input, code: 'b' } })).codes).toEqual([
    'BAD_USER_INPUT',
  ]);
  expect((await graph.ask('{ warehouses { code city } }')).data).toEqual({
    warehouses: [{ code: 'BER1', city: 'Berlin' }],
  });
});

test('admits and withdraws orders for other subgraphs', async () => {
  await using shop = await openShop();
  const graph = openGraph(shop);
  const mug = await shop.product(1);
  const [first, second] = [newId(), newId()];
  const admit = (orderId: string) =>
    graph.ask(
      `mutation ($orders: [AdmitOrderInput!]!) {
        _admitOrders(orders: $orders) {
          orderId isAdmitted missing { productId requested available }
        }
      }`,
      { orders: [{ orderId, lines: [{ productId: mug, quantity: 1 }] }] },
      orders,
    );

  expect((await admit(first)).data).toMatchObject({ _admitOrders: [{ isAdmitted: true }] });
  expect((await admit(second)).data).toEqual({
    _admitOrders: [
      {
        orderId: second,
        isAdmitted: false,
        missing: [{ productId: mug, requested: 1, available: 0 }],
      },
    ],
  });
  const withdraw = 'mutation ($ids: [ID!]!) { _withdrawOrders(orderIds: $ids) }';
  expect((await graph.ask(withdraw, { ids: [first] }, orders)).data).toEqual({
    _withdrawOrders: true,
  });
  expect((await admit(second)).data).toMatchObject({ _admitOrders: [{ isAdmitted: true }] });
});

test.each([
  ['{ warehouses { code } }', ANONYMOUS, 'UNAUTHENTICATED'],
  ['{ stockLevels { totalCount } }', { ...admin, scopes: [] }, 'FORBIDDEN'],
  ['mutation { _admitOrders(orders: []) { orderId } }', admin, 'FORBIDDEN'],
  ['mutation { _withdrawOrders(orderIds: []) }', admin, 'FORBIDDEN'],
  ['{ stockLevels(after: "nonsense") { totalCount } }', admin, 'BAD_USER_INPUT'],
  ['{ stockLevels(first: 101) { totalCount } }', admin, 'BAD_USER_INPUT'],
])('refuses %s', async (query, viewer, code) => {
  await using shop = await openShop();

  expect((await openGraph(shop).ask(query, {}, viewer as Viewer)).codes).toEqual([code]);
});
