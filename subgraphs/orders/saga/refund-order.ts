import { lockOrders } from '../data/order-state.repository.ts';
import type { Tx } from '../data/tables.ts';
import { saveSteps, type ProgressRules, type Step } from './progress-orders.ts';

export interface Refund {
  answer: { outcome: 'REFUNDED' } | { outcome: 'NOT_REFUNDABLE'; message: string };
  step: Step | undefined;
}

/**
 * Asks for the whole payment of an order back that has left or arrived; what has not left is cancelled. Asking
 * twice is asking once: the order remembers it, and the provider gives one charge back once.
 */
export async function refundOrder(
  tx: Tx,
  { orderId }: { orderId: string },
  rules: ProgressRules,
): Promise<Refund> {
  const [order] = await lockOrders(tx, [orderId]);
  if (order === undefined) throw new Error(`there is no order ${orderId} to refund`);
  if (order.isRefundRequested || order.isRefunded) {
    return { answer: { outcome: 'REFUNDED' }, step: undefined };
  }
  const event = { type: 'order.refund_commanded' as const, data: { orderId } };
  const [step] = await saveSteps(tx, [order], [{ orderId, event }], rules);
  if (step !== undefined) return { answer: { outcome: 'REFUNDED' }, step };
  const message =
    order.status === 'CANCELLED'
      ? 'The order was cancelled: what was paid is given back by itself.'
      : 'The order has not been shipped: cancel it instead.';
  return { answer: { outcome: 'NOT_REFUNDABLE', message }, step: undefined };
}
