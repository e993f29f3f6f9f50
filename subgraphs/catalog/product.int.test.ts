import { changeProduct } from './domain/product.ts';
import { productKey } from './data/redis-products.ts';
import { loadProducts } from './data/product.loader.ts';
import { saveProduct } from './data/product.repository.ts';
import { updateProduct, archiveProduct } from './data/edit-product.ts';
import { onProductsChanged } from './events/product-changed.handler.ts';
import { testCatalog, type TestCatalog } from './testing/catalog.ts';

let shop: TestCatalog;
beforeEach(async () => void (shop = await testCatalog()));
afterEach(() => shop[Symbol.asyncDispose]());

const ENTITIES = `query ($of: [_Any!]!) {
  _entities(representations: $of) { ... on Product { name price { amountCents } category { slug } } }
}`;
const entities = (...ids: string[]) =>
  shop.ask(ENTITIES, { of: ids.map((id) => ({ __typename: 'Product', id })) });

const price = (id: string) =>
  shop
    .ask('query ($id: ID!) { product(id: $id) { price { amountCents } } }', { id })
    .then(({ product }) => product.price.amountCents as number);

function countQueries() {
  let queries = 0;
  const db = shop.db.withPlugin({
    transformQuery: ({ node }) => ((queries += 1), node),
    transformResult: async ({ result }) => result,
  });
  return { db, queries: () => queries };
}

test('orders can show archived products, and ids of nothing resolve to nothing', async () => {
  const { id } = await shop.add();
  await archiveProduct(shop.catalog, id);

  expect(await entities(id, '0199e6a4-0000-7000-8000-000000000000', 'nonsense')).toEqual({
    _entities: [
      { name: 'Mug', price: { amountCents: 1_000 }, category: { slug: 'kitchen' } },
      null,
      null,
    ],
  });
});

test('a list of any length costs one statement, and none once it is cached', async () => {
  const products = await Promise.all(Array.from({ length: 20 }, () => shop.add()));
  const ids = products.map(({ id }) => id);
  await shop.redis.flushdb();
  const { db, queries } = countQueries();
  const [replica, another] = [shop.createReplica(), shop.createReplica()];

  const first = await loadProducts(db, replica.cache, ids);
  expect(queries()).toBe(1);
  expect(await loadProducts(db, replica.cache, ids)).toEqual(first);
  expect(await loadProducts(db, another.cache, ids)).toEqual(first);
  expect(queries()).toBe(1);
  expect(first).toEqual(products);
});

test('an edit is seen at once, and the cache forgets it after a while', async () => {
  const { id } = await shop.add();
  await price(id);
  await updateProduct(shop.catalog, id, { priceCents: 700 }, 1);

  expect(await price(id)).toBe(700);
  expect(await shop.redis.ttl(productKey(id))).toBeGreaterThan(0);
});

test('whatever a crowd of readers and editors does, the cache ends at what is stored', async () => {
  const { id } = await shop.add();
  await shop.redis.flushdb();
  const readers = Array.from({ length: 100 }, () => loadProducts(shop.db, shop.cache, [id]));
  const editors = Array.from({ length: 20 }, (_, turn) =>
    updateProduct(shop.catalog, id, { priceCents: turn + 1 }, undefined),
  );
  await Promise.all([...readers, ...editors]);

  const stored = await shop.db.selectFrom('product').select('price_cents').executeTakeFirst();
  expect(await price(id)).toBe(stored?.price_cents);
});

test('the event makes up for an editor that ended between the commit and the cache', async () => {
  const product = await shop.add();
  const changed = changeProduct(product, { priceCents: 700 }, 1, new Date());
  if (changed.outcome !== 'CHANGED') throw new Error('nothing has changed');
  await shop.store.transact((tx) => saveProduct(tx, changed.product));
  expect(await price(product.id)).toBe(1_000);

  const data = { productId: product.id };
  const event = { id: 'e1', type: 'product.updated', key: product.id, time: '', data };
  await onProductsChanged(shop.db, shop.cache, [event, event]);

  expect(await price(product.id)).toBe(700);
});

test('products are there without Redis, and with rubbish in it', async () => {
  const { id } = await shop.add();
  await shop.redis.set(productKey(id), '7 {');
  const read = async () => {
    const [product] = await loadProducts(shop.db, shop.createReplica().cache, [id]);
    return product?.priceCents;
  };
  expect(await read()).toBe(1_000);

  shop.redis.disconnect();
  expect(await read()).toBe(1_000);
  await updateProduct(shop.catalog, id, { priceCents: 700 }, 1);
  expect(await read()).toBe(700);

  const reads = await shop.metrics.getSingleMetricAsString('catalog_product_cache_reads_total');
  expect(reads).toContain('{result="database",hot="false"} 3');
});
