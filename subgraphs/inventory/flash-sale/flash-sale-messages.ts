import type { BusMessage } from '#platform/bus/bus.ts';
import { FLASH_SALE_EVENTS, type FlashSaleEvent } from '#schema/events/flash-sale-events.ts';
import type { Stamp } from '../events/inventory-messages.ts';
import type { FlashSale } from './domain/flash-sale.ts';

/** Told to whoever prepares for a sale, under its id. */
export function flashSaleMessage(
  type: FlashSaleEvent['type'],
  sale: FlashSale,
  stamp: Stamp,
): BusMessage {
  const data = {
    saleId: sale.id,
    productId: sale.productId,
    startsAt: sale.startsAt.toISOString(),
    endsAt: sale.endsAt.toISOString(),
  };
  return { topic: FLASH_SALE_EVENTS, envelope: { ...stamp, key: sale.id, type, data } };
}
