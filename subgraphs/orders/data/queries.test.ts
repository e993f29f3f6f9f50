import { readFile, writeFile } from 'node:fs/promises';
import { createRecordedDatabase, toSqlFile } from '#platform/testing/recorded-sql.ts';
import { countOrders } from './count-orders.ts';
import { findSearch } from './find-search.ts';
import { listOrders } from './list-orders.ts';
import type { OrderConditions } from './order-conditions.ts';
import type { OrderListRequest } from './order-sort.ts';
import type { Tables } from './tables.ts';

const FILE = new URL('queries.sql', import.meta.url);
const TITLE = `The statements of the lists of orders, written by \`UPDATE_QUERIES=1 npm test -- unit subgraphs/orders/data\`.`;

const CHEAP_PLAN = [{ 'QUERY PLAN': [{ Plan: { 'Total Cost': 1, 'Plan Rows': 1 } }] }];
const DEAR_PLAN = [{ 'QUERY PLAN': [{ Plan: { 'Total Cost': 1e9, 'Plan Rows': 1_234_567 } }] }];
const ID = '01900000-0000-7000-8000-00000000000a';
const time = new Date('2026-03-01T00:00:00Z');

async function record(): Promise<Map<string, string[]>> {
  const { db, takeSql } = createRecordedDatabase<Tables>(({ sql }) =>
    sql.includes('explain') ? CHEAP_PLAN : [{ count: 3 }],
  );
  const recorded = new Map<string, string[]>();
  const list = async (
    name: string,
    conditions: OrderConditions,
    rest: Partial<OrderListRequest> = {},
  ) => {
    await listOrders(db, { conditions, sort: 'NEWEST', after: undefined, limit: 51, ...rest });
    recorded.set(name, takeSql());
  };

  await list(
    'All orders, newest first, behind another page',
    {},
    {
      after: [time.toISOString(), ID],
    },
  );
  await list('Of one status', { statuses: ['PENDING'] });
  await list('Of some statuses, in a range of time', {
    statuses: ['SHIPPED', 'PROCESSING'],
    placedFrom: time,
    placedBefore: time,
  });
  await list(
    'Highest total first, behind another page',
    {},
    {
      sort: 'TOTAL_DESC',
      after: [1, ID],
    },
  );
  await list('In a range of totals', {
    statuses: ['DELIVERED'],
    minTotalCents: 1,
    maxTotalCents: 2,
  });
  await list('Of a customer', { userId: ID });
  await list('Of a customer, by words', { userId: ID, search: { kind: 'WORDS', query: 'mug:*' } });
  await list('Of a product', { productId: ID });
  await list('Of the products that a search means', {
    search: { kind: 'PRODUCTS', productIds: [ID, ID] },
  });
  await list('Of the products that a search means, pending', {
    statuses: ['PENDING'],
    search: { kind: 'PRODUCTS', productIds: [ID] },
  });
  await list('By an id', { search: { kind: 'IDS', from: ID, to: ID, others: [ID] } });

  await findSearch(db, { kind: 'ID', from: ID, to: ID, end: '0000000a' }, undefined);
  recorded.set('Ids that end so', takeSql());
  await findSearch(db, { kind: 'WORDS', words: ['blue', 'mug'] }, undefined);
  recorded.set('Products that were sold under such a name', takeSql());
  await countOrders(db, { statuses: ['PENDING'] });
  recorded.set('How many there are', takeSql());
  return recorded;
}

test('the statements in queries.sql are those that are asked', async () => {
  const text = toSqlFile(TITLE, await record());
  if (process.env['UPDATE_QUERIES'] !== undefined) await writeFile(FILE, text);

  expect(await readFile(FILE, 'utf8')).toBe(text);
});

test('what would take long to count is estimated', async () => {
  const { db, takeSql } = createRecordedDatabase<Tables>(() => DEAR_PLAN);

  expect(await countOrders(db, {})).toEqual({ count: 1_200_000, isExact: false });
  expect(takeSql()).toHaveLength(1);
});

test('a search that means no product asks for no orders', async () => {
  const { db, takeSql } = createRecordedDatabase<Tables>();
  const search = { kind: 'PRODUCTS', productIds: [] } as const;

  expect(
    await listOrders(db, { conditions: { search }, sort: 'NEWEST', after: undefined, limit: 2 }),
  ).toEqual([]);
  expect(takeSql()).toEqual([]);
});
