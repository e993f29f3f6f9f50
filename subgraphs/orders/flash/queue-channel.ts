import type { Live } from '#platform/live/live.ts';

export const queueChannel = (saleId: string) => `orders:{${saleId}}:queue`;

/** Tells those who wait in a sale that its queue has moved; where they stand they read themselves. */
export async function publishQueue(live: Live, saleId: string): Promise<void> {
  await live.publish(queueChannel(saleId), { saleId });
}
