import type { Redis } from 'ioredis';
import type { Log } from '#platform/telemetry/log.ts';
import { counter, type Metrics } from '#platform/telemetry/metrics.ts';
import { loadStock, readKnownStock, reloadStock, scanKnownProducts } from '../data/known-stock.ts';
import {
  compareTotals,
  findProductStock,
  type ProductStock,
} from '../data/product-stock.repository.ts';
import type { Db } from '../data/tables.ts';
import { compareStock, type CopyState } from '../domain/compare-stock.ts';

export interface ReconcilerOptions {
  db: Db;
  redis: Redis;
  log: Log;
  metrics: Metrics;
  now: () => Date;
}

/** Redis is told right after each commit; what it has not heard by then it has missed. */
const GRACE_MS = 5_000;
const PAGE_SIZE = 1_000;
/** Totals looked at in one run; the next run goes on behind them. */
const MAX_TOTAL_PAGES = 20;
const MAX_LOGGED = 20;

type Drift = Exclude<CopyState, 'equal' | 'catching-up'> | 'total';

export interface ReconcileReport {
  /** Products that Redis knew. */
  compared: number;
  drift: Record<Drift, number>;
}

/** Compares Redis with PostgreSQL and repairs Redis; compares PostgreSQL with itself and reports. */
export function createReconciler(options: ReconcilerOptions): () => Promise<ReconcileReport> {
  const { db, redis, log, metrics, now } = options;
  const driftTotal = counter(metrics, {
    name: 'inventory_drift_total',
    help: 'Products whose stock did not agree: in Redis behind, ahead, differs; in PostgreSQL total',
    labelNames: ['kind'],
  });
  let totalsAfter: string | undefined;

  return async () => {
    const drift: Record<Drift, number> = { behind: 0, ahead: 0, differs: 0, total: 0 };
    let compared = 0;
    for await (const productIds of scanKnownProducts(redis)) {
      compared += productIds.length;
      for (const kind of await reconcilePage(productIds)) drift[kind] += 1;
    }
    drift.total = await compareNextTotals();

    const found = Object.entries(drift).filter(([, products]) => products > 0);
    for (const [kind, products] of found) driftTotal.inc({ kind }, products);
    if (found.length > 0) log.warn({ compared, ...drift }, 'stock had drifted');
    return { compared, drift };
  };

  /** PostgreSQL is read first: what Redis is ahead by may only just have been committed. */
  async function reconcilePage(productIds: readonly string[]): Promise<Drift[]> {
    const truth = await readTruth(productIds);
    const known = await readKnownStock(redis, productIds);
    const clock = { now: now(), graceMs: GRACE_MS };
    const states = new Map(
      productIds.flatMap((productId) => {
        const [stored, copy] = [truth.get(productId), known.get(productId)];
        if (stored === undefined || copy === undefined) return [];
        return [[productId, compareStock(stored, copy, clock)] as const];
      }),
    );
    const inState = (...wanted: CopyState[]) =>
      productIds.filter((id) => wanted.some((state) => states.get(id) === state));

    const ahead = await stillAhead(inState('ahead'), known);
    await loadStock(redis, db, inState('behind', 'catching-up'));
    await reloadStock(redis, db, [...inState('differs'), ...ahead], { forgetInFlight: false });
    return [
      ...inState('behind').map(() => 'behind' as const),
      ...inState('differs').map(() => 'differs' as const),
      ...ahead.map(() => 'ahead' as const),
    ];
  }

  async function readTruth(productIds: readonly string[]) {
    const stored = await findProductStock(db, productIds);
    const byId = new Map(stored.map((product) => [product.productId, product]));
    const none = { available: 0, version: 0, updatedAt: new Date(0) };
    return new Map(
      productIds.map((productId) => [productId, byId.get(productId) ?? { productId, ...none }]),
    );
  }

  async function stillAhead(productIds: string[], known: Map<string, ProductStock>) {
    if (productIds.length === 0) return [];
    const truth = await readTruth(productIds);
    return productIds.filter((id) => (known.get(id)?.version ?? 0) > (truth.get(id)?.version ?? 0));
  }

  async function compareNextTotals(): Promise<number> {
    let products = 0;
    for (let page = 0; page < MAX_TOTAL_PAGES; page++) {
      const { unequal, next } = await compareTotals(db, { after: totalsAfter, limit: PAGE_SIZE });
      for (const total of unequal.slice(0, MAX_LOGGED)) {
        log.error(total, 'the free units of a product are not the sum of its stock levels');
      }
      products += unequal.length;
      totalsAfter = next;
      if (next === undefined) break;
    }
    return products;
  }
}
