import type { MissingLine } from '#schema/events/inventory-events.ts';
import { addUpLines, type OrderedUnits } from './allocate-order.ts';

/** An order that asks whether it may go on to be reserved. */
export interface AdmissionRequest {
  orderId: string;
  lines: readonly OrderedUnits[];
}

export interface AdmissionAnswer {
  orderId: string;
  isAdmitted: boolean;
  missing: MissingLine[];
}

/** The units that orders want of one product, in the order in which they asked. */
export interface ProductQueue {
  productId: string;
  wanted: { orderId: string; quantity: number }[];
}

export function queueByProduct(requests: readonly AdmissionRequest[]): ProductQueue[] {
  const queues = new Map<string, ProductQueue>();
  for (const { orderId, lines } of requests) {
    for (const { productId, quantity } of addUpLines(lines)) {
      const queue = queues.get(productId) ?? { productId, wanted: [] };
      queue.wanted.push({ orderId, quantity });
      queues.set(productId, queue);
    }
  }
  return Array.from(queues.values());
}

/** Free units where an order is short; undefined where it fits. */
export type Shortage = (productId: string, orderId: string) => number | undefined;

/** An order is admitted when no product is short. */
export function answerRequests(
  requests: readonly AdmissionRequest[],
  shortage: Shortage,
): AdmissionAnswer[] {
  return requests.map(({ orderId, lines }) => {
    const missing = addUpLines(lines).flatMap(({ productId, quantity }) => {
      const available = shortage(productId, orderId);
      return available === undefined ? [] : [{ productId, requested: quantity, available }];
    });
    return { orderId, isAdmitted: missing.length === 0, missing };
  });
}

/** Order ids a product: what was set aside for orders that are short of another product goes back. */
export function unitsToGiveBack(
  requests: readonly AdmissionRequest[],
  answers: readonly AdmissionAnswer[],
): Map<string, string[]> {
  const orderIds = new Map<string, string[]>();
  for (const [index, { orderId, lines }] of requests.entries()) {
    const missing = new Set(answers[index]?.missing.map(({ productId }) => productId));
    if (missing.size === 0) continue;
    for (const { productId } of addUpLines(lines)) {
      if (missing.has(productId)) continue;
      orderIds.set(productId, [...(orderIds.get(productId) ?? []), orderId]);
    }
  }
  return orderIds;
}
