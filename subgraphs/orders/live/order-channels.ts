import type { Live } from '#platform/live/live.ts';

/** Somebody placed an order. */
export const PLACED_CHANNEL = 'orders:placed';

export interface OrderMessage {
  orderId: string;
}

export const orderChannel = (orderId: string) => `orders:{${orderId}}`;

/** Tells listeners that an order has changed; what it is now they read themselves. */
export async function publishOrder(live: Live, orderId: string): Promise<void> {
  await live.publish(orderChannel(orderId), { orderId } satisfies OrderMessage);
}

export async function publishPlaced(live: Live, orderId: string): Promise<void> {
  await live.publish(PLACED_CHANNEL, { orderId } satisfies OrderMessage);
}
