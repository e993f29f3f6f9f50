/** The braces put one product's keys in one cluster slot. */
export const stockKey = (productId: string): string => `inventory:{${productId}}:stock`;

/** Stock, in-flight units, their expiries: what the scripts work on. */
export const productKeys = (productId: string): string[] => [
  stockKey(productId),
  `inventory:{${productId}}:inflight`,
  `inventory:{${productId}}:inflight-expiry`,
];

/** Which products have units in flight for an order. */
export const orderKey = (orderId: string): string => `inventory:{order:${orderId}}:inflight`;

export const STOCK_KEY_PATTERN = 'inventory:{*}:stock';

export const productOfStockKey = (key: string): string =>
  key.slice('inventory:{'.length, -'}:stock'.length);
