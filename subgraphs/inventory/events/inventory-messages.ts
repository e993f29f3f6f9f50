import type { BusMessage } from '#platform/bus/bus.ts';
import { INVENTORY_EVENTS, type InventoryEvent } from '#schema/events/inventory-events.ts';
import type { ProductStock } from '../data/product-stock.repository.ts';
import type { ReservationAnswer } from '../domain/reservation.ts';

export interface Stamp {
  id: string;
  time: string;
}

/** Told to the order, under its id. */
export function answerMessage(answer: ReservationAnswer, stamp: Stamp): BusMessage {
  return message(answer.orderId, toEvent(answer), stamp);
}

/** Told to whoever shows stock, under the product's id. */
export function stockChangedMessage(product: ProductStock, stamp: Stamp): BusMessage {
  const { productId, available, version } = product;
  const data = { productId, available, version };
  return message(productId, { type: 'inventory.stock_changed', data }, stamp);
}

function toEvent(answer: ReservationAnswer): InventoryEvent {
  const { orderId } = answer;
  switch (answer.type) {
    case 'inventory.reserved': {
      const expiresAt = answer.expiresAt.toISOString();
      return { type: answer.type, data: { orderId, expiresAt } };
    }
    case 'inventory.failed':
      return { type: answer.type, data: { orderId, missing: [...answer.missing] } };
    case 'inventory.released':
      return { type: answer.type, data: { orderId, reason: answer.reason } };
    case 'inventory.committed':
      return { type: answer.type, data: { orderId } };
  }
}

const message = (key: string, event: InventoryEvent, stamp: Stamp): BusMessage => ({
  topic: INVENTORY_EVENTS,
  envelope: { ...stamp, key, ...event },
});
