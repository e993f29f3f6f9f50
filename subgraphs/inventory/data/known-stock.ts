import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import { productKeys, productOfStockKey, STOCK_KEY_PATTERN, stockKey } from './admission-keys.ts';
import { findProductStock, type ProductStock } from './product-stock.repository.ts';
import type { Db } from './tables.ts';

const syncScript = luaScript(new URL('./sync-stock.lua', import.meta.url));

/** Keeps Redis to the products that somebody orders; the next order of another loads it again. */
export const STOCK_TTL_MS = 24 * 60 * 60_000;
const NO_STOCK = -1;

/** Writes a product's stock, and forgets orders in flight; keeps the same or a later version. */
export async function writeStock(
  redis: Redis,
  { productId, available, version }: ProductStock,
  settledOrderIds: readonly string[] = [],
): Promise<void> {
  await syncScript(redis, productKeys(productId), [
    available,
    version,
    STOCK_TTL_MS,
    ...settledOrderIds,
  ]);
}

export async function forgetOrders(
  redis: Redis,
  productId: string,
  orderIds: readonly string[],
): Promise<void> {
  await syncScript(redis, productKeys(productId), [NO_STOCK, 0, STOCK_TTL_MS, ...orderIds]);
}

/** Products that never had stock are known to have none, so that asking for them again is cheap. */
export async function loadStock(
  redis: Redis,
  db: Db,
  productIds: readonly string[],
): Promise<ProductStock[]> {
  const stored = await findProductStock(db, productIds);
  const known = new Map(stored.map((product) => [product.productId, product]));
  const stock = productIds.map(
    (productId) => known.get(productId) ?? { productId, available: 0, version: 0 },
  );
  await Promise.all(stock.map((product) => writeStock(redis, product)));
  return stock;
}

/** What Redis knows, by product id. */
export async function readKnownStock(
  redis: Redis,
  productIds: readonly string[],
): Promise<Map<string, ProductStock>> {
  const rows = await Promise.all(
    productIds.map((productId) => redis.hmget(stockKey(productId), 'available', 'version')),
  );
  const known = new Map<string, ProductStock>();
  for (const [index, productId] of productIds.entries()) {
    const [available, version] = rows[index] ?? [];
    if (available == null || version == null) continue;
    known.set(productId, { productId, available: Number(available), version: Number(version) });
  }
  return known;
}

/**
 * Replaces what Redis knows, orders in flight included if asked. Forgets first and reads PostgreSQL after,
 * so that a change that commits meanwhile is either read or arrives by itself as a later version.
 */
export async function reloadStock(
  redis: Redis,
  db: Db,
  productIds: readonly string[],
  { forgetInFlight }: { forgetInFlight: boolean },
): Promise<void> {
  const keysOf = forgetInFlight ? productKeys : (productId: string) => [stockKey(productId)];
  await Promise.all(productIds.map((productId) => redis.unlink(...keysOf(productId))));
  await loadStock(redis, db, productIds);
}

const SCAN_COUNT = 1_000;
/** Of a keyspace larger than that, the rest is looked at when its products are ordered. */
const MAX_SCANS = 20_000;

/** Products whose stock Redis knows, a page at a time; one may come twice. */
export async function* scanKnownProducts(redis: Redis): AsyncGenerator<string[]> {
  let cursor = '0';
  for (let scans = 0; scans < MAX_SCANS; scans++) {
    const [next, keys] = await redis.scan(cursor, 'MATCH', STOCK_KEY_PATTERN, 'COUNT', SCAN_COUNT);
    if (keys.length > 0) yield keys.map(productOfStockKey);
    if (next === '0') return;
    cursor = next;
  }
}
