import { lockOrders } from '../data/order-state.repository.ts';
import { lockLatestShipment, saveShipments } from '../data/shipment.repository.ts';
import type { Tx } from '../data/tables.ts';
import { saveSteps, type ProgressRules, type Step } from './progress-orders.ts';

export type Cancellation =
  | { outcome: 'CANCELLED'; step: Step | undefined }
  | { outcome: 'NOT_CANCELLABLE'; message: string };

/**
 * Cancels an order in one transaction with its parcel: whoever locks the parcel first, the carrier that
 * moves it or the customer that stops it, decides. Cancelling twice is cancelling once.
 */
export async function cancelOrder(
  tx: Tx,
  { orderId, by }: { orderId: string; by: 'CUSTOMER' | 'ADMIN' },
  rules: ProgressRules,
): Promise<Cancellation> {
  const [order] = await lockOrders(tx, [orderId]);
  if (order === undefined) throw new Error(`there is no order ${orderId} to cancel`);
  if (order.status === 'CANCELLED') return { outcome: 'CANCELLED', step: undefined };

  // The order may not have heard yet that its parcel has left.
  const parcel = await lockLatestShipment(tx, orderId);
  if (parcel?.status === 'IN_TRANSIT' || parcel?.status === 'DELIVERED') {
    return notCancellable(parcel.status === 'DELIVERED');
  }

  const event = { type: 'order.cancel_requested' as const, data: { orderId, by } };
  const [step] = await saveSteps(tx, [order], [{ orderId, event }], rules);
  if (step === undefined) return notCancellable(order.status === 'DELIVERED');
  if (parcel?.status === 'CREATED') {
    await saveShipments(tx, [{ ...parcel, status: 'CANCELLED', nextStepAt: null }], rules.now());
  }
  return { outcome: 'CANCELLED', step };
}

function notCancellable(hasArrived: boolean): Cancellation {
  const message = hasArrived
    ? 'The order has been delivered already.'
    : 'The parcel is on its way already.';
  return { outcome: 'NOT_CANCELLABLE', message };
}
