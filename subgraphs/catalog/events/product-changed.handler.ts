import type { Envelope } from '#platform/bus/bus.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { PRODUCT_EVENTS, productEvent } from '#schema/events/product-events.ts';
import type { ProductCache } from '../data/product-cache.ts';
import { findProducts } from '../data/product.repository.ts';
import type { Db } from '../data/tables.ts';

export function createProductChangedConsumer(db: Db, cache: ProductCache): EventConsumer {
  return {
    group: 'catalog.product-cache',
    topics: [PRODUCT_EVENTS],
    handle: (events) => onProductsChanged(db, cache, events),
  };
}

/**
 * Keeps the cache at what is stored. It reads the rows as they are and the cache keeps the latest revision,
 * so events may come twice, late or in any order. A Redis that is away is waited for: it may come back with
 * what it had.
 */
export async function onProductsChanged(
  db: Db,
  cache: ProductCache,
  events: readonly Envelope[],
): Promise<void> {
  const ids = new Set(events.map((event) => productEvent.parse(event).data.productId));
  await cache.insist(await findProducts(db, [...ids]));
}
