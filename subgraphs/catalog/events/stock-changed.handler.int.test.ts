import { loadProducts } from '../data/product.loader.ts';
import { testCatalog, type TestCatalog } from '../testing/catalog.ts';
import { onStockChanged } from './stock-changed.handler.ts';

let shop: TestCatalog;
beforeEach(async () => void (shop = await testCatalog()));
afterEach(() => shop[Symbol.asyncDispose]());

let events = 0;
const stock = (productId: string, available: number, version: number) => ({
  id: `0199e6a4-0000-7000-8000-${String((events += 1)).padStart(12, '0')}`,
  type: 'inventory.stock_changed',
  key: productId,
  time: '2026-03-01T12:00:00.000Z',
  data: { productId, available, version },
});
const hear = (...reports: ReturnType<typeof stock>[]) =>
  onStockChanged(shop.store, shop.cache, reports);

/** As the shop shows it: through the cache. */
async function isInStock(id: string) {
  const [product] = await loadProducts(shop.db, shop.cache, [id]);
  return product?.isInStock;
}

test('follows the stock, through the cache too', async () => {
  const { id } = await shop.add();
  expect(await isInStock(id)).toBe(false);

  await hear(stock(id, 5, 1));
  expect(await isInStock(id)).toBe(true);

  await hear(stock(id, 3, 2), stock(id, 0, 3));
  expect(await isInStock(id)).toBe(false);
});

test('a late report changes nothing', async () => {
  const { id } = await shop.add();
  await hear(stock(id, 0, 8));
  await hear(stock(id, 5, 7));

  expect(await isInStock(id)).toBe(false);
});

test('a report that comes again makes up for a cache that was not told', async () => {
  const { id } = await shop.add();
  const lost = { ...shop.cache, insist: async () => undefined };
  await onStockChanged(shop.store, lost, [stock(id, 5, 1)]);
  expect(await isInStock(id)).toBe(false);

  await hear(stock(id, 5, 1));

  expect(await isInStock(id)).toBe(true);
});

test('a crowd of reports in any order ends at the latest', async () => {
  const products = await Promise.all(Array.from({ length: 5 }, () => shop.add()));
  const ids = products.map(({ id }) => id);
  const batches = Array.from({ length: 20 }, (_, version) => {
    const order = version % 2 === 0 ? ids : ids.toReversed();
    return order.map((id) => stock(id, version === 19 ? 0 : 7, version));
  });

  await Promise.all(batches.toReversed().map((batch) => hear(...batch)));

  expect(await Promise.all(ids.map(isInStock))).toEqual(ids.map(() => false));
});

test('leaves an editor’s version alone, and products it does not know', async () => {
  const { id } = await shop.add();
  await hear(stock(id, 5, 1), stock('0199e6a4-0000-7000-8000-000000000000', 5, 1));

  const row = await shop.db.selectFrom('product').selectAll().executeTakeFirstOrThrow();
  expect(row).toMatchObject({ version: 1, revision: 2, is_in_stock: true });
});

test('hears of reservations on the same topic without minding', async () => {
  const released = { ...stock('x', 1, 1), type: 'inventory.released', data: {} as never };

  await expect(hear(released)).resolves.toBeUndefined();
});
