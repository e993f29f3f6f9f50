import type { Live } from '#platform/live/live.ts';

export const saleChannel = (saleId: string) => `inventory:{${saleId}}`;

/** Tells listeners that a sale has changed; what it is now they read themselves. */
export async function publishSale(live: Live, saleId: string): Promise<void> {
  await live.publish(saleChannel(saleId), { saleId });
}
