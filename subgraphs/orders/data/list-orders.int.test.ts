import * as fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { testDatabase } from '#platform/testing/database.ts';
import { ORDER_STATUSES } from '../domain/order.ts';
import { MIGRATIONS } from '../testing/order-world.ts';
import { storeOrder } from '../testing/stored-order.ts';
import { chooseWay, productsOf, type Way } from './choose-way.ts';
import { listOrders } from './list-orders.ts';
import { matching, type OrderConditions } from './order-conditions.ts';
import { orderColumns, type OrderRecord } from './order.repository.ts';
import { orderPosition, type OrderListRequest, type OrderSort } from './order-sort.ts';
import type { Tables } from './tables.ts';

const RUNS = 150;
const ORDERS = 60;
const MINUTES = 8;
const PRODUCTS = Array.from({ length: 5 }, () => newId());
const CENTS = [500, 1_000, 2_500];
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 12, minute));

/** Mostly left out: conditions that are all there are met by next to nothing. */
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const product = fc.constantFrom(...PRODUCTS);
const minute = fc.nat(MINUTES).map(at);
const cents = fc.constantFrom(...CENTS, 3_500);

const conditions: fc.Arbitrary<OrderConditions> = fc.record({
  statuses: optional(fc.array(fc.constantFrom(...ORDER_STATUSES), { maxLength: 5 })),
  placedFrom: optional(minute),
  placedBefore: optional(minute),
  minTotalCents: optional(cents),
  maxTotalCents: optional(cents),
  productId: optional(product),
  search: fc.option(
    fc.uniqueArray(product, { maxLength: 4 }).map((productIds) => ({
      kind: 'PRODUCTS' as const,
      productIds,
    })),
    { nil: undefined, freq: 3 },
  ),
});
const sort = fc.constantFrom<OrderSort>('NEWEST', 'OLDEST', 'TOTAL_DESC', 'TOTAL_ASC');

/** Each way is right for all conditions, but for the lines of products that nobody asks for: some are only slow. */
const wayOf = (kind: Way['kind'] | 'CHOSEN') =>
  kind === 'CHOSEN'
    ? chooseWay
    : (_db: unknown, request: OrderListRequest): Promise<Way> => {
        const productIds = productsOf(request.conditions);
        if (kind !== 'PRODUCTS') return Promise.resolve({ kind });
        return Promise.resolve(productIds ? { kind, productIds } : { kind: 'WALK' });
      };
const way = fc.constantFrom<Way['kind'] | 'CHOSEN'>('CHOSEN', 'OWN', 'RANGE', 'WALK', 'PRODUCTS');

/** By value, then by id, as every list of orders is. */
function inOrderOf(orders: readonly OrderRecord[], by: OrderSort): string[] {
  const valueOf = (order: OrderRecord) =>
    by === 'NEWEST' || by === 'OLDEST' ? order.placedAt.getTime() : order.totalCents;
  const sorted = orders.toSorted((a, b) => valueOf(a) - valueOf(b) || (a.id < b.id ? -1 : 1));
  if (by === 'NEWEST' || by === 'TOTAL_DESC') sorted.reverse();
  return sorted.map(({ id }) => id);
}

test('whichever way is taken, the pages together are all that meets the conditions, in order', async () => {
  await using database = await testDatabase<Tables>(MIGRATIONS);
  for (let index = 0; index < ORDERS; index++) {
    // Several of a minute, with one to three products each: places are equal, and orders are behind more than one product.
    await storeOrder(database, {
      placedAt: at((index * 7) % MINUTES),
      status: ORDER_STATUSES[(index * 5) % ORDER_STATUSES.length] ?? 'PENDING',
      lines: Array.from({ length: 1 + (index % 3) }, (_, line) => ({
        name: 'Mug',
        cents: CENTS[(index + line) % CENTS.length] ?? 0,
        productId: PRODUCTS[(index * 3 + line) % PRODUCTS.length] ?? '',
      })),
    });
  }
  const { db } = database;

  await fc.assert(
    fc.asyncProperty(
      conditions,
      sort,
      fc.integer({ min: 1, max: 25 }),
      way,
      async (where, by, limit, kind) => {
        const plain = await matching(db, where).select(orderColumns).execute();
        const paged: OrderRecord[] = [];
        for (let pages = 0; pages <= ORDERS; pages++) {
          const last = paged.at(-1);
          const after = last === undefined ? undefined : orderPosition(last, by);
          const request = { conditions: where, sort: by, after, limit };
          const page = await listOrders(db, request, wayOf(kind));
          paged.push(...page);
          if (page.length < limit) break;
        }
        expect(paged.map(({ id }) => id)).toEqual(inOrderOf(plain, by));
      },
    ),
    { numRuns: RUNS },
  );
}, 30_000);
