import type { CancellationReason, OrderEvent } from '#schema/events/order-events.ts';
import type { InventoryEvent } from '#schema/events/inventory-events.ts';
import type { PaymentEvent, PaymentFailure } from '#schema/events/payment-events.ts';
import type { ShippingEvent } from '#schema/events/shipping-events.ts';
import { announce, requestRefund } from './order-announcements.ts';
import {
  awaitsRefund,
  isFinal,
  mayBeCancelled,
  type OrderState,
  type TimelineEntry,
} from './order.ts';
import { MAX_SHIPMENT_ATTEMPTS } from './shipment.ts';

/** What people and the sweeper want of an order. */
export type OrderCommand =
  | { type: 'order.cancel_requested'; data: { orderId: string; by: 'CUSTOMER' | 'ADMIN' } }
  | { type: 'order.refund_commanded'; data: { orderId: string } }
  | { type: 'order.given_up'; data: { orderId: string } };

export type SagaEvent = InventoryEvent | PaymentEvent | ShippingEvent | OrderCommand;

export interface Decision {
  changes: Partial<OrderState>;
  /** Of the one new entry of the timeline, if there is one. */
  message?: string;
  events: readonly OrderEvent[];
}

const PAYMENT_FAILURES: Record<PaymentFailure, { reason: CancellationReason; message: string }> = {
  CARD_DECLINED: { reason: 'PAYMENT_DECLINED', message: 'The card was declined.' },
  INSUFFICIENT_FUNDS: { reason: 'INSUFFICIENT_FUNDS', message: 'The card lacks funds.' },
  TIMED_OUT: {
    reason: 'PAYMENT_TIMED_OUT',
    message: 'The payment provider did not answer in time; nothing was charged.',
  },
};

/**
 * The order's next step. Events of one topic arrive in order, those of different topics in any order,
 * each of them twice or late; undefined means that nothing happens.
 */
export function decide(order: OrderState, event: SagaEvent): Decision | undefined {
  switch (event.type) {
    case 'inventory.reserved':
      if (order.status !== 'PENDING') return undefined;
      return move(order, 'AWAITING_PAYMENT', 'The stock is reserved.');

    case 'inventory.failed':
      // A late payment confirms an order whose hold has expired: then it may be sold out after all.
      if (!waitsForStock(order)) return undefined;
      return cancel(order, 'OUT_OF_STOCK', 'A product has sold out.');

    case 'inventory.released':
      // When it is paid already, inventory answers `order.confirmed` with committed or failed.
      if (event.data.reason !== 'EXPIRED' || !isBeforePayment(order)) return undefined;
      return cancel(order, 'RESERVATION_EXPIRED', 'It was not paid while the stock was held.');

    case 'inventory.committed':
      if (order.status !== 'CONFIRMED' || order.isStockCommitted) return undefined;
      return processWhenReady(order, { isStockCommitted: true });

    case 'inventory.stock_changed':
      return undefined;

    case 'payment.succeeded':
      if (order.status === 'AWAITING_PAYMENT') return move(order, 'CONFIRMED', 'It is paid.');
      // Charged while it was being cancelled: the payment step is asked for the refund once more.
      if (order.status === 'CANCELLED' && !order.isRefunded) return announceAgain(order);
      return undefined;

    case 'payment.failed': {
      if (order.status !== 'AWAITING_PAYMENT') return undefined;
      const { reason, message } = PAYMENT_FAILURES[event.data.failure];
      return cancel(order, reason, message);
    }

    case 'payment.refunded':
      if (order.isRefunded) return undefined;
      if (order.status !== 'CANCELLED' && !order.isRefundRequested) {
        // Two processes asked for one charge: one was told that it is made, the other has taken it back.
        if (order.status !== 'CONFIRMED' && order.status !== 'PROCESSING') return undefined;
        const message = 'The payment provider did not answer in time; the money was given back.';
        const cancelled = cancel(order, PAYMENT_FAILURES.TIMED_OUT.reason, message);
        return { ...cancelled, changes: { ...cancelled.changes, isRefunded: true } };
      }
      return { changes: { isRefunded: true }, message: 'The payment was refunded.', events: [] };

    case 'shipment.created': {
      if (order.status !== 'CONFIRMED' || order.parcel !== null) return undefined;
      const { shipmentId, carrier, trackingNumber, estimatedDeliveryAt } = event.data;
      return processWhenReady(order, {
        parcel: { shipmentId, carrier, trackingNumber },
        estimatedDeliveryAt: new Date(estimatedDeliveryAt),
      });
    }

    case 'shipment.in_transit': {
      if (order.status !== 'PROCESSING' || !isCurrent(order, event.data)) return undefined;
      const { carrier, trackingNumber } = event.data;
      return move(order, 'SHIPPED', `The parcel is on its way: ${carrier} ${trackingNumber}.`);
    }

    case 'shipment.delivered':
      if (!isUnderWay(order) || !isCurrent(order, event.data)) return undefined;
      return move(order, 'DELIVERED', 'The parcel has arrived.');

    case 'shipment.failed':
      if (!isUnderWay(order) || !isCurrent(order, event.data)) return undefined;
      return shipAgain(order);

    case 'order.cancel_requested':
      if (!mayBeCancelled(order.status)) return undefined;
      return event.data.by === 'ADMIN'
        ? cancel(order, 'ADMIN_REQUEST', 'Cancelled by the shop.')
        : cancel(order, 'CUSTOMER_REQUEST', 'Cancelled by the customer.');

    case 'order.refund_commanded': {
      if (order.status !== 'SHIPPED' && order.status !== 'DELIVERED') return undefined;
      if (order.isRefundRequested) return undefined;
      const changes = { isRefundRequested: true };
      return { changes, message: 'The shop gives the money back.', events: [requestRefund(order)] };
    }

    case 'order.given_up':
      if (!isBeforePayment(order)) return undefined;
      return cancel(order, 'STALLED', 'A step did not finish in time.');
  }
}

/** Whether the event may confirm an order, which tells its lines. What else may happen needs none of them. */
export function announcesLines({ type }: SagaEvent): boolean {
  return type === 'payment.succeeded' || type === 'shipment.failed';
}

/** The order after a decision, and the entry that its timeline gets. */
export function evolve(
  order: OrderState,
  { changes, message }: Decision,
  now: Date,
): { order: OrderState; entry: TimelineEntry | undefined } {
  const next = { ...order, ...changes, version: order.version + 1, updatedAt: now };
  const entry = message === undefined ? undefined : { status: next.status, at: now, message };
  return { order: next, entry };
}

/** Says once more where the order is, for a step that has lost its question or its answer. */
export function announceAgain(order: OrderState): Decision {
  if (!awaitsRefund(order) || order.status === 'CANCELLED') {
    return { changes: {}, events: [announce(order)] };
  }
  // Of an order that has arrived there is nothing else to drive on.
  const where = order.status === 'DELIVERED' ? [] : [announce(order)];
  return { changes: {}, events: [...where, requestRefund(order)] };
}

function move(
  order: OrderState,
  status: OrderState['status'],
  message: string,
  more: Partial<OrderState> = {},
): Decision {
  const changes = { ...more, status };
  return { changes, message, events: [announce({ ...order, ...changes })] };
}

function cancel(order: OrderState, reason: CancellationReason, message: string): Decision {
  return move(order, 'CANCELLED', message, {
    cancellationReason: reason,
    estimatedDeliveryAt: null,
  });
}

/** An order is being processed when its parcel is announced to the carrier and its stock is sold for good. */
function processWhenReady(order: OrderState, changes: Partial<OrderState>): Decision {
  const next = { ...order, ...changes };
  if (!next.isStockCommitted || next.parcel === null) return { changes, events: [] };
  return move(order, 'PROCESSING', 'The parcel is being packed.', changes);
}

function shipAgain(order: OrderState): Decision {
  if (order.isRefundRequested) {
    return cancel(
      order,
      'SHIPMENT_FAILED',
      'The carrier gave the parcel back, and it is refunded.',
    );
  }
  const attempt = order.shipmentAttempt + 1;
  if (attempt > MAX_SHIPMENT_ATTEMPTS) {
    return cancel(
      order,
      'SHIPMENT_FAILED',
      `The carrier gave the parcel back ${order.shipmentAttempt} times.`,
    );
  }
  return move(order, 'CONFIRMED', 'The carrier gave the parcel back; another one is made.', {
    parcel: null,
    shipmentAttempt: attempt,
    estimatedDeliveryAt: null,
  });
}

function waitsForStock({ status, isStockCommitted }: OrderState): boolean {
  return !isFinal(status) && status !== 'PROCESSING' && status !== 'SHIPPED' && !isStockCommitted;
}

const isBeforePayment = ({ status }: OrderState) =>
  status === 'PENDING' || status === 'AWAITING_PAYMENT';

const isUnderWay = ({ status }: OrderState) => status === 'PROCESSING' || status === 'SHIPPED';

const isCurrent = ({ parcel }: OrderState, { shipmentId }: { shipmentId: string }) =>
  parcel?.shipmentId === shipmentId;
