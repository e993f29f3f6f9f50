import type { Envelope } from '#platform/bus/bus.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { FLASH_SALE_EVENTS, flashSaleEvent } from '#schema/events/flash-sale-events.ts';
import { wantSoon, type Warmth } from '../data/keep-warm.ts';

type Parts = Pick<Warmth, 'db' | 'redis' | 'cache'>;

export function createFlashSaleConsumer(parts: Parts): EventConsumer {
  return {
    group: 'catalog.flash-sales',
    topics: [FLASH_SALE_EVENTS],
    handle: (events) => onFlashSales(parts, events),
  };
}

/**
 * Has the products of sales in the cache before the crowd comes, and keeps them there until a sale ends.
 * Doing it twice does no harm, and doing it late helps still.
 */
export async function onFlashSales(parts: Parts, events: readonly Envelope[]): Promise<void> {
  for (const { type, data } of events) {
    if (type !== 'flash_sale.warmed') continue;
    const { productId, endsAt } = flashSaleEvent.parse({ type, data }).data;
    await wantSoon(parts, productId, new Date(endsAt));
  }
}
