import { z } from 'zod';
import { event } from './event.ts';

/** Topic of reservations (key: order id) and of stock (key: product id). Published by inventory. */
export const INVENTORY_EVENTS = 'inventory-events';

export const missingLine = z.object({
  productId: z.string(),
  requested: z.int().positive(),
  available: z.int().nonnegative(),
});
export type MissingLine = z.infer<typeof missingLine>;

export const releaseReason = z.enum(['CANCELLED', 'EXPIRED']);

export const inventoryEvent = z.discriminatedUnion('type', [
  /** Every line of the order is held until `expiresAt` (ISO 8601). */
  event('inventory.reserved', { orderId: z.string(), expiresAt: z.iso.datetime() }),
  /** Nothing is held: at least one line is short. */
  event('inventory.failed', { orderId: z.string(), missing: z.array(missingLine).min(1) }),
  /** What the order held is free again. */
  event('inventory.released', { orderId: z.string(), reason: releaseReason }),
  /** The order's reservation became a sale. */
  event('inventory.committed', { orderId: z.string() }),
  /** The number of free units of a product, over all warehouses, changed. `version` only grows. */
  event('inventory.stock_changed', {
    productId: z.string(),
    available: z.int().nonnegative(),
    version: z.int().nonnegative(),
  }),
]);
export type InventoryEvent = z.infer<typeof inventoryEvent>;
