import { createRandom } from '#platform/testing/random.ts';
import { createRedisProducts } from '../data/redis-products.ts';
import { loadProducts } from '../data/product.loader.ts';
import { findProducts } from '../data/product.repository.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { testCatalog, type TestCatalog } from '../testing/catalog.ts';

// What a read of products by id costs in each tier. Shoppers draw products by Zipf's law (exponent 1, as web
// traffic is: Breslau et al., "Web Caching and Zipf-like Distributions", INFOCOM 1999), 10 a request.
//   node host/with-services.ts -- node subgraphs/catalog/bench/product-reads.ts
const PRODUCTS = 50_000;
const PER_READ = 10;
const CONCURRENT = 32;
const READS = 6_000;
const SEED = 42;

interface Row {
  tiers: string;
  cpuMicros: number;
  p50Micros: number;
  p99Micros: number;
  note: string;
}

const shop = await testCatalog();
try {
  const ids = await fill(shop);
  const draw = zipf(ids, createRandom(SEED));
  const batches = Array.from({ length: READS }, () =>
    Array.from({ length: PER_READ }, () => draw()),
  );
  console.table(await measureAll(shop, batches));
} finally {
  await shop[Symbol.asyncDispose]();
}

async function measureAll(
  { db, redis, createReplica }: TestCatalog,
  batches: readonly (readonly string[])[],
): Promise<Row[]> {
  const rows = [await measure('PostgreSQL alone', batches, (ids) => findProducts(db, ids))];

  const copies = createRedisProducts({ redis, log: silentLog });
  const fromRedis = async (ids: readonly string[]) => {
    const found = await copies.find(ids);
    const missing = ids.filter((_id, at) => found[at] === undefined);
    if (missing.length === 0) return;
    const products = await findProducts(db, missing);
    await copies.put(products.map((product) => ({ product, ttlSeconds: 600 })));
  };
  await redis.flushdb();
  rows.push(await measure('Redis, PostgreSQL; cold', batches, fromRedis));
  rows.push(await measure('Redis, PostgreSQL', batches, fromRedis));

  await redis.flushdb();
  const replica = createReplica();
  const fromAll = (ids: readonly string[]) => loadProducts(db, replica.cache, ids);
  for (const name of ['memory, Redis, PostgreSQL; cold', 'memory, Redis, PostgreSQL']) {
    const before = await replica.reads.read();
    const row = await measure(name, batches, fromAll);
    await replica.popularity.flush();
    const after = await replica.reads.read();
    const counted = (kind: 'reads' | 'hotReads') => {
      const { memory, redis: inRedis, database } = after[kind];
      const earlier = before[kind];
      const cached = memory + inRedis - earlier.memory - earlier.redis;
      const all = cached + database - earlier.database;
      return all === 0 ? 'none' : `${((100 * cached) / all).toFixed(2)} %`;
    };
    rows.push({ ...row, note: `hits ${counted('reads')}, of the hot ${counted('hotReads')}` });
  }
  return rows;
}

async function measure(
  tiers: string,
  batches: readonly (readonly string[])[],
  read: (ids: readonly string[]) => Promise<unknown>,
): Promise<Row> {
  const times: number[] = [];
  const queue = batches.values();
  const before = process.cpuUsage();
  await Promise.all(
    Array.from({ length: CONCURRENT }, async () => {
      for (const ids of queue) {
        const start = performance.now();
        await read(ids);
        times.push(performance.now() - start);
      }
    }),
  );
  const { user, system } = process.cpuUsage(before);
  times.sort((one, other) => one - other);
  const at = (part: number) => Math.round(1_000 * (times[Math.floor(times.length * part)] ?? 0));
  const cpuMicros = Math.round(((user + system) / batches.length / PER_READ) * 10) / 10;
  return { tiers, cpuMicros, p50Micros: at(0.5), p99Micros: at(0.99), note: '' };
}

/** Products as a shop has them, the first the most wanted. */
async function fill({ db, categoryId }: TestCatalog): Promise<string[]> {
  const { sql } = await import('kysely');
  const { rows } = await sql<{ id: string }>`
    insert into product (id, sku, name, description, price_cents, currency, category_id, image_url, created_at, updated_at)
    select gen_random_uuid(), 'SKU-' || n, 'Product ' || n, repeat('It is good for you. ', 10), 100 + n % 9900,
      'USD', ${categoryId('kitchen')}, '/media/mug.svg', now(), now()
    from generate_series(1, ${PRODUCTS}) as n
    returning id
  `.execute(db);
  await sql`vacuum analyze product`.execute(db);
  return rows.map(({ id }) => id);
}

function zipf(ids: readonly string[], random: () => number): () => string {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= ids.length; rank += 1) sums.push((sum += 1 / rank));
  return () => {
    const wanted = random() * sum;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return ids[low] ?? '';
  };
}
