import { v7 as newId } from 'uuid';
import type { Envelope } from '#platform/bus/bus.ts';
import { orderEvent } from '#schema/events/order-events.ts';
import type { InventoryEvent } from '#schema/events/inventory-events.ts';

export interface FakeInventory {
  stock: Map<string, number>;
  /** What inventory answers to an event of an order; from its own state, however often it is asked. */
  answer: (event: Envelope) => Envelope[];
}

const HOLD_MS = 600_000;

/** As much of inventory as orders sees: holds, sales and releases by order. */
export function createFakeInventory(now: () => Date): FakeInventory {
  const stock = new Map<string, number>();
  const held = new Map<string, { productId: string; quantity: number }[]>();
  const outcomes = new Map<string, InventoryEvent>();

  function react(event: Envelope): InventoryEvent | undefined {
    const { type, data } = orderEvent.parse({ type: event.type, data: event.data });
    const { orderId } = data;
    const known = outcomes.get(orderId);

    if (type === 'order.created') {
      if (known) return known.type === 'inventory.released' ? undefined : known;
      const missing = data.lines
        .map(({ productId, quantity }) => {
          const available = stock.get(productId) ?? 0;
          return { productId, requested: quantity, available };
        })
        .filter(({ requested, available }) => requested > available);
      if (missing.length > 0) return { type: 'inventory.failed', data: { orderId, missing } };
      for (const { productId, quantity } of data.lines) {
        stock.set(productId, (stock.get(productId) ?? 0) - quantity);
      }
      held.set(orderId, data.lines);
      const expiresAt = new Date(now().getTime() + HOLD_MS).toISOString();
      return { type: 'inventory.reserved', data: { orderId, expiresAt } };
    }
    if (type === 'order.confirmed') return { type: 'inventory.committed', data: { orderId } };
    if (type === 'order.cancelled') {
      for (const { productId, quantity } of held.get(orderId) ?? []) {
        stock.set(productId, (stock.get(productId) ?? 0) + quantity);
      }
      held.delete(orderId);
      return { type: 'inventory.released', data: { orderId, reason: 'CANCELLED' } };
    }
    return undefined;
  }

  return {
    stock,
    answer(event) {
      const answer = react(event);
      if (answer === undefined) return [];
      outcomes.set(event.key, answer);
      const time = now().toISOString();
      return [{ id: newId(), key: event.key, time, ...answer }];
    },
  };
}
