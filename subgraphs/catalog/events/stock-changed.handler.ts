import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { INVENTORY_EVENTS, inventoryEvent } from '#schema/events/inventory-events.ts';
import type { ProductCache } from '../data/product-cache.ts';
import { findProducts } from '../data/product.repository.ts';
import { applyStockReports } from '../data/stock.repository.ts';
import type { Tables } from '../data/tables.ts';
import { latestReports, type StockReport } from '../domain/stock-report.ts';

export function createStockChangedConsumer(
  store: Store<Tables>,
  cache: ProductCache,
): EventConsumer {
  return {
    group: 'catalog.stock',
    topics: [INVENTORY_EVENTS],
    acrossPartitions: true,
    handle: (events) => onStockChanged(store, cache, events),
  };
}

/**
 * Keeps `isInStock`. Each report carries its version and only a newer one counts, so events may come twice,
 * late or in any order, without an inbox. The cache follows after the commit; should this process end before,
 * the events come again and make up for it.
 */
export async function onStockChanged(
  store: Store<Tables>,
  cache: ProductCache,
  events: readonly Envelope[],
): Promise<void> {
  const reports = latestReports(events.flatMap(readReport));
  if (reports.length === 0) return;

  const outdated = await store.transact((tx) => applyStockReports(tx, reports));
  if (outdated.length > 0) await cache.insist(await findProducts(store.db, outdated));
}

/** The topic also tells what becomes of reservations, which is nothing to us. */
function readReport(event: Envelope): StockReport[] {
  if (event.type !== 'inventory.stock_changed') return [];
  const parsed = inventoryEvent.parse(event);
  if (parsed.type !== 'inventory.stock_changed') return [];
  const { productId, available, version } = parsed.data;
  return [{ productId, isInStock: available > 0, version }];
}
