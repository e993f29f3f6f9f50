import { z } from 'zod';
import { event } from './event.ts';

/** Topic of flash sales, key: sale id. Published by inventory. */
export const FLASH_SALE_EVENTS = 'flash-sale-events';

const sale = {
  saleId: z.string(),
  productId: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
};

export const flashSaleEvent = z.discriminatedUnion('type', [
  event('flash_sale.scheduled', sale),
  /** It begins soon, or runs: many will look at its product. */
  event('flash_sale.warmed', sale),
  event('flash_sale.cancelled', sale),
  /** It is over, and what was left has gone back to the product's stock. */
  event('flash_sale.closed', sale),
]);
export type FlashSaleEvent = z.infer<typeof flashSaleEvent>;
