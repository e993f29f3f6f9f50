import type { CancellationReason } from '../../schema/events/order-events.ts';
import type { OrderStatus, TimelineEntry } from '../../subgraphs/orders/domain/order.ts';
import type { Random } from '../random.ts';
import type { OrderEnding } from './order-ending.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

export interface HistoryEntry extends TimelineEntry {
  /** The order's version by then: not every decision makes an entry. */
  version: number;
}

export interface OrderHistory {
  status: OrderStatus;
  cancellationReason: CancellationReason | null;
  entries: HistoryEntry[];
  chargedAt: Date | null;
  refundedAt: Date | null;
}

interface Step {
  status: OrderStatus;
  message: string;
  /** After the step before: at least and at most. */
  afterMs: readonly [number, number];
  version: number;
}

const placed: Step = step('PENDING', 'The order was placed.', 0, 0, 1);
const reserved: Step = step('AWAITING_PAYMENT', 'The stock is reserved.', SECOND / 5, SECOND, 2);
const paid: Step = step('CONFIRMED', 'It is paid.', SECOND, 5 * SECOND, 3);
// Version 4 is the sale of the stock or the booking of the parcel, whichever came first.
const packed: Step = step('PROCESSING', 'The parcel is being packed.', SECOND / 5, 2 * SECOND, 5);
const delivered: Step = step('DELIVERED', 'The parcel has arrived.', DAY, 4 * DAY, 7);
const refunded: Step = step('CANCELLED', 'The payment was refunded.', SECOND, 9 * SECOND, 7);

const shipped = (parcel: string): Step =>
  step('SHIPPED', `The parcel is on its way: ${parcel}.`, 4 * HOUR, 30 * HOUR, 6);
const cancelled = (message: string, fromMs: number, toMs: number, version: number): Step =>
  step('CANCELLED', message, fromMs, toMs, version);

/** What happened to an order that came to this end, in the saga's words. */
export function tellHistory(
  random: Random,
  ending: OrderEnding,
  placedAt: Date,
  parcel: string,
): OrderHistory {
  const steps = stepsTo(ending, parcel);
  let at = placedAt.getTime();
  const entries = steps.map(({ status, message, afterMs, version }) => {
    at += random.int(...afterMs);
    return { status, message, version, at: new Date(at) };
  });

  const timeOf = (wanted: Step) => entries[steps.indexOf(wanted)]?.at ?? null;
  return {
    status: steps.at(-1)?.status ?? 'PENDING',
    cancellationReason: isReason(ending) ? ending : null,
    entries,
    chargedAt: timeOf(paid),
    refundedAt: timeOf(refunded),
  };
}

function stepsTo(ending: OrderEnding, parcel: string): Step[] {
  const unpaid = [placed, reserved];
  const packing = [...unpaid, paid, packed];
  switch (ending) {
    case 'PENDING':
      return [placed];
    case 'PROCESSING':
      return packing;
    case 'SHIPPED':
      return [...packing, shipped(parcel)];
    case 'DELIVERED':
      return [...packing, shipped(parcel), delivered];
    case 'CUSTOMER_REQUEST':
      return [
        ...packing,
        cancelled('Cancelled by the customer.', 60 * SECOND, 3 * HOUR, 6),
        refunded,
      ];
    case 'ADMIN_REQUEST':
      return [...packing, cancelled('Cancelled by the shop.', HOUR, 9 * HOUR, 6), refunded];
    case 'OUT_OF_STOCK':
      return [placed, cancelled('A product has sold out.', SECOND / 5, SECOND, 2)];
    case 'PAYMENT_DECLINED':
      return [...unpaid, cancelled('The card was declined.', SECOND, 3 * SECOND, 3)];
    case 'INSUFFICIENT_FUNDS':
      return [...unpaid, cancelled('The card lacks funds.', SECOND, 3 * SECOND, 3)];
    case 'PAYMENT_TIMED_OUT': {
      const message = 'The payment provider did not answer in time; nothing was charged.';
      return [...unpaid, cancelled(message, 9 * SECOND, 60 * SECOND, 3)];
    }
  }
}

function step(
  status: OrderStatus,
  message: string,
  fromMs: number,
  toMs: number,
  version: number,
): Step {
  return { status, message, afterMs: [fromMs, toMs], version };
}

function isReason(ending: OrderEnding): ending is CancellationReason & OrderEnding {
  return !['PENDING', 'PROCESSING', 'SHIPPED', 'DELIVERED'].includes(ending);
}
