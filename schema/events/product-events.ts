import { z } from 'zod';

/** Topic of products, key: product id. Published by catalog. */
export const PRODUCT_EVENTS = 'product-events';

export const productEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('product.created'), data: z.object({ productId: z.string() }) }),
  z.object({ type: z.literal('product.updated'), data: z.object({ productId: z.string() }) }),
  z.object({ type: z.literal('product.archived'), data: z.object({ productId: z.string() }) }),
]);
export type ProductEvent = z.infer<typeof productEvent>;
