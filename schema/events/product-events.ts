import { z } from 'zod';
import { event } from './event.ts';

/** Topic of products, key: product id. Published by catalog. */
export const PRODUCT_EVENTS = 'product-events';

export const productEvent = z.discriminatedUnion('type', [
  event('product.created', { productId: z.string() }),
  event('product.updated', { productId: z.string() }),
  event('product.archived', { productId: z.string() }),
]);
export type ProductEvent = z.infer<typeof productEvent>;
