import type { Context } from '../context.ts';
import { forgetOrder } from '../data/order.loaders.ts';
import type { OrderRecord } from '../data/order.repository.ts';

/** The order as it is after a change. */
export async function readAgain({ loaders }: Context, orderId: string): Promise<OrderRecord> {
  forgetOrder(loaders, orderId);
  const order = await loaders.orders.load(orderId);
  if (order === undefined) throw new Error(`order ${orderId} is not there`);
  return order;
}
