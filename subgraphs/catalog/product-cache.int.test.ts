import { v7 as newId } from 'uuid';
import type { RedisProducts } from './data/redis-products.ts';
import { createProductCache, type ChangedProduct } from './data/product-cache.ts';
import { createMemoryProducts } from './data/memory-products.ts';
import { createRedisProducts, productKey } from './data/redis-products.ts';
import { createPopularity } from './data/popularity.ts';
import { loadProducts } from './data/product.loader.ts';
import { updateProduct } from './data/edit-product.ts';
import { refreshSoonWanted, warmHotProducts } from './data/keep-warm.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { onFlashSales } from './events/flash-sale.handler.ts';
import { editor, testCatalog, type TestCatalog } from './testing/catalog.ts';

let shop: TestCatalog;
beforeEach(async () => void (shop = await testCatalog()));
afterEach(() => shop[Symbol.asyncDispose]());

type Replica = ReturnType<TestCatalog['createReplica']>;
const priceAt = async ({ cache }: Pick<Replica, 'cache'>, id: string) => {
  const [product] = await loadProducts(shop.db, cache, [id]);
  return product?.priceCents;
};
const edit = (id: string, priceCents: number, replica: Replica = shop.catalog) =>
  updateProduct({ ...shop.catalog, ...replica }, id, { priceCents }, undefined);
const forgetRedis = () => shop.redis.flushdb();

/** The database answers a statement only when the gate is open, after it has read. */
function slowDatabase() {
  const gate = Promise.withResolvers<void>();
  const hasRead = Promise.withResolvers<void>();
  let reads = 0;
  const db = shop.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      reads += 1;
      hasRead.resolve();
      await gate.promise;
      return result;
    },
  });
  return { db, hasRead: hasRead.promise, open: gate.resolve, reads: () => reads };
}

test('a crowd that misses the same products reads them once', async () => {
  const ids = await Promise.all(Array.from({ length: 3 }, async () => (await shop.add()).id));
  await forgetRedis();
  const slow = slowDatabase();
  const { cache } = shop.createReplica();

  const crowd = Array.from({ length: 200 }, () => loadProducts(slow.db, cache, ids));
  await slow.hasRead;
  const late = loadProducts(slow.db, cache, ids);
  slow.open();

  expect((await Promise.all([...crowd, late])).every((found) => found.length === 3)).toBe(true);
  expect(slow.reads()).toBe(1);
});

test('a failed read is nobody’s answer for longer than that', async () => {
  const { id } = await shop.add();
  await forgetRedis();
  const { cache } = shop.createReplica();
  const broken = shop.db.withPlugin({
    transformQuery: () => {
      throw new Error('no database');
    },
    transformResult: async ({ result }) => result,
  });

  await expect(loadProducts(broken, cache, [id])).rejects.toThrow('no database');
  expect(await priceAt({ cache }, id)).toBe(1_000);
});

describe('a reader that has read the row when the editor comes', () => {
  test('leaves its copy nowhere, and who asks after the edit gets the new price', async () => {
    const { id } = await shop.add();
    await forgetRedis();
    const slow = slowDatabase();
    const replica = shop.createReplica();
    const reading = loadProducts(slow.db, replica.cache, [id]);
    await slow.hasRead;

    await edit(id, 700, replica);
    // While the old read is still under way.
    expect(await priceAt(replica, id)).toBe(700);
    slow.open();
    expect((await reading)[0]?.priceCents).toBe(1_000);

    expect(await priceAt(replica, id)).toBe(700);
    expect(await priceAt(shop.createReplica(), id)).toBe(700);
  });

  test('negative control: without the floor its copy stays in memory', async () => {
    const { id } = await shop.add();
    await forgetRedis();
    const slow = slowDatabase();
    const replica = shop.createReplica();
    const memory = createMemoryProducts({ maxProducts: 10, freshMs: 60_000 });
    const cache = createProductCache({
      ...replica,
      memory: { ...memory, setFloor: () => undefined, isOutdated: () => false },
      redis: createRedisProducts({ redis: shop.redis, log: silentLog }),
      ttlSeconds: { HOT: 60, WARM: 60 },
      announce: () => Promise.resolve(),
    });
    const reading = loadProducts(slow.db, cache, [id]);
    await slow.hasRead;

    // Another replica edits, and this one is told.
    const { product } = await edit(id, 700);
    cache.onChanged([[id, product.revision]]);
    slow.open();
    await reading;

    expect(await priceAt({ cache }, id)).toBe(1_000);
  });

  test('negative control: without revisions its copy stays in Redis', async () => {
    const { id } = await shop.add();
    await forgetRedis();
    const stored = await loadProducts(shop.db, shop.createReplica().cache, [id]);
    await edit(id, 700);
    const [old] = stored;
    await shop.redis.set(productKey(id), `${old?.revision} ${JSON.stringify(old)}`);

    expect(await priceAt(shop.createReplica(), id)).toBe(1_000);
  });
});

describe('another replica', () => {
  test('serves the new price as soon as it is told', async () => {
    const { id } = await shop.add();
    const other = shop.createReplica();
    expect(await priceAt(other, id)).toBe(1_000);
    shop.told.length = 0;

    await edit(id, 700);
    // Its own memory, until the message comes.
    expect(await priceAt(other, id)).toBe(1_000);
    const [message] = shop.told as [{ changed: ChangedProduct[] }];
    other.cache.onChanged(message.changed);

    expect(await priceAt(other, id)).toBe(700);
  });

  test('serves it within the time of memory when the message is lost', async () => {
    await using brief = await testCatalog({ CATALOG_MEMORY_MS: '1' });
    const { id } = await brief.add();
    const other = brief.createReplica();
    await loadProducts(brief.db, other.cache, [id]);

    await updateProduct(brief.catalog, id, { priceCents: 700 }, undefined);
    const end = performance.now() + 1;
    while (performance.now() <= end);

    const [product] = await loadProducts(brief.db, other.cache, [id]);
    expect(product?.priceCents).toBe(700);
  });

  test('is not fooled by an old copy in Redis of what it was told is newer', async () => {
    const { id } = await shop.add();
    const other = shop.createReplica();
    const deaf: RedisProducts = {
      ...createRedisProducts({ redis: shop.redis, log: silentLog }),
      put: () => Promise.resolve(),
    };
    const cache = createProductCache({
      ...other,
      redis: deaf,
      ttlSeconds: { HOT: 60, WARM: 60 },
      announce: (changed) => Promise.resolve(other.cache.onChanged(changed)),
    });
    await edit(id, 700, { ...shop.catalog, cache });

    expect(await shop.redis.get(productKey(id))).toContain('"priceCents":1000');
    expect(await priceAt(other, id)).toBe(700);
  });

  test('forgets its memory when it may have missed messages', async () => {
    const { id } = await shop.add();
    const other = shop.createReplica();
    await priceAt(other, id);
    await edit(id, 700);

    other.cache.onGap();

    expect(await priceAt(other, id)).toBe(700);
  });
});

test('ids of nothing are looked up once', async () => {
  const nothing = newId();
  const { cache } = shop.createReplica();
  const statements = await shop.countStatements(async () => {
    for (let n = 0; n < 5; n += 1) await loadProducts(shop.db, cache, [nothing]);
  });
  expect(statements).toBe(1);
});

const read = async (replica: Replica, id: string, times: number) => {
  for (let n = 0; n < times; n += 1) replica.popularity.count([id]);
  await replica.popularity.flush();
};

describe('popularity', () => {
  test('ranks what all replicas read, and gives the most read an hour in Redis', async () => {
    await using small = await testCatalog({ CATALOG_HOT_PRODUCTS: '1' });
    const [one, two] = [small.createReplica(), small.createReplica()];
    const [a, b] = [(await small.add()).id, (await small.add()).id];
    await read(one, a, 3);
    await read(two, a, 3);
    await read(two, b, 5);

    expect(await one.popularity.listTop(10)).toEqual([a, b]);
    const fresh = small.createReplica();
    await fresh.popularity.flush();
    expect(await fresh.popularity.tiersOf([a, b])).toEqual(['HOT', 'WARM']);

    await small.redis.del(productKey(a), productKey(b));
    await loadProducts(small.db, fresh.cache, [a, b]);
    expect(await small.redis.ttl(productKey(a))).toBeGreaterThan(3_200);
    expect(await small.redis.ttl(productKey(b))).toBeLessThanOrEqual(1_800);
  });

  test('a read of today weighs more than two of the day before yesterday', async () => {
    const clock = { now: new Date('2026-03-01T12:00:00Z') };
    const popularity = createPopularity({
      redis: shop.redis,
      log: silentLog,
      hotProducts: 10,
      warmProducts: 100,
      now: () => clock.now,
    });
    popularity.count(['old', 'old']);
    await popularity.flush();
    clock.now = new Date('2026-03-03T12:00:00Z');
    popularity.count(['new']);
    await popularity.flush();

    expect(await popularity.listTop(2)).toEqual(['new', 'old']);
  });

  test('ranks no more than its bound, and leaves the rest out of Redis', async () => {
    await using small = await testCatalog({ CATALOG_WARM_PRODUCTS: '2' });
    const replica = small.createReplica();
    const products = await Promise.all(Array.from({ length: 3 }, () => small.add()));
    const [a, b, c] = products.map(({ id }) => id) as [string, string, string];
    await read(replica, a, 2);
    await read(replica, b, 2);
    await small.redis.del(productKey(c));

    await loadProducts(small.db, small.createReplica().cache, [c]);

    expect(await small.redis.exists(productKey(c))).toBe(0);
    for (let n = 0; n < 1_200; n += 1) replica.popularity.count([newId()]);
    await replica.popularity.flush();
    expect(await replica.popularity.countRanked()).toBe(2);
    expect(await replica.popularity.listTop(2)).toEqual(expect.arrayContaining([a, b]));
  });
});

test('starts warm: the most read products are in Redis and in memory before anybody asks', async () => {
  const [a, b] = [(await shop.add()).id, (await shop.add()).id];
  await forgetRedis();
  const { cache, popularity, memory } = shop.createReplica();
  const warmth = { ...shop.catalog, db: shop.db, cache, popularity, hotProducts: 1_000 };

  // Nothing was read yet: the newest.
  expect(await warmHotProducts(warmth)).toBe(2);
  expect(await shop.redis.exists(productKey(a), productKey(b))).toBe(2);
  expect(memory.size()).toBe(2);

  popularity.count([b]);
  await popularity.flush();
  expect(await warmHotProducts(warmth)).toBe(1);
});

test('the product of a flash sale is in the cache before it begins, and kept there until it ends', async () => {
  const { id } = await shop.add();
  await forgetRedis();
  const clock = { now: new Date('2026-03-01T12:00:00Z') };
  const warmth = { ...shop.catalog, db: shop.db, hotProducts: 10, now: () => clock.now };
  const sale = {
    saleId: newId(),
    startsAt: '2026-03-01T12:30:00Z',
    endsAt: '2026-03-01T13:00:00Z',
  };
  const warmed = (productId: string) => ({
    id: newId(),
    type: 'flash_sale.warmed',
    key: sale.saleId,
    time: '',
    data: { ...sale, productId },
  });

  await onFlashSales(warmth, [warmed(id), warmed(id), warmed(newId()), warmed('nonsense')]);
  expect(await shop.redis.ttl(productKey(id))).toBeLessThanOrEqual(300);
  await shop.redis.del(productKey(id));
  expect(await refreshSoonWanted(warmth)).toBe(1);
  expect(await shop.redis.exists(productKey(id))).toBe(1);

  clock.now = new Date('2026-03-01T13:00:01Z');
  expect(await refreshSoonWanted(warmth)).toBe(0);
});

test('shows administrators where products were found', async () => {
  const { id } = await shop.add();
  const ask = 'query ($id: ID!) { product(id: $id) { name } }';
  for (let n = 0; n < 4; n += 1) await shop.ask(ask, { id });
  await shop.catalog.popularity.flush();
  const STATS = `{ catalogCacheStats {
    reads { memory redis database nowhere hitRate } hotReads { hitRate }
    memoryProducts rankedProducts soonWantedProducts mostRead { id }
  } }`;

  expect(await shop.ask(STATS, {}, editor)).toEqual({
    catalogCacheStats: {
      reads: { memory: 4, redis: 0, database: 0, nowhere: 0, hitRate: 1 },
      hotReads: { hitRate: null },
      memoryProducts: 1,
      rankedProducts: 1,
      soonWantedProducts: 0,
      mostRead: [{ id }],
    },
  });
  await expect(shop.ask(STATS)).rejects.toThrow('sign in');
});

test('the first page of a list is read once, and anew after an edit', async () => {
  const { id } = await shop.add();
  const LIST = '{ products { edges { node { price { amountCents } } } totalCount } }';
  const statements = await shop.countStatements(async () => {
    await Promise.all(Array.from({ length: 20 }, () => shop.ask(LIST)));
  });
  expect(statements).toBe(2);

  await edit(id, 700);
  expect(await shop.ask(LIST)).toEqual({
    products: { edges: [{ node: { price: { amountCents: 700 } } }], totalCount: 1 },
  });
});
