import type { MissingLine } from '#schema/events/inventory-events.ts';
import type { AllocatedUnits, OrderedUnits } from './allocate-order.ts';

export type ReleaseReason = 'CANCELLED' | 'EXPIRED';

/** Who buys in which flash sale. */
export interface SaleBuyer {
  saleId: string;
  userId: string;
}

interface ReservationOf<Status extends string> {
  orderId: string;
  status: Status;
  /** Set when the units are those of a flash sale. */
  sale?: SaleBuyer;
}

/** Units are held until they are paid, cancelled or expired. */
export interface HeldReservation extends ReservationOf<'HELD'> {
  lines: readonly AllocatedUnits[];
  expiresAt: Date;
}

/** Units are sold. */
export interface CommittedReservation extends ReservationOf<'COMMITTED'> {
  lines: readonly AllocatedUnits[];
  expiresAt: Date;
}

/** Holds nothing any more. A cancelled order never takes units again; an expired one may, when paid after all. */
export interface ReleasedReservation extends ReservationOf<'RELEASED'> {
  reason: ReleaseReason;
}

/** Never held anything. */
export interface FailedReservation extends ReservationOf<'FAILED'> {
  missing: readonly MissingLine[];
}

/** What is known of an order's units. */
export type Reservation =
  HeldReservation | CommittedReservation | ReleasedReservation | FailedReservation;

/** What an order, or the clock, asks for. */
export type ReservationCommand =
  /** Units of a flash sale, before there is an order. */
  | { kind: 'CLAIM'; orderId: string; sale: SaleBuyer; order: readonly OrderedUnits[] }
  | { kind: 'RESERVE'; orderId: string; order: readonly OrderedUnits[] }
  | { kind: 'COMMIT'; orderId: string; order: readonly OrderedUnits[] }
  | { kind: 'CANCEL'; orderId: string }
  | { kind: 'EXPIRE'; orderId: string };

/** What the order is told. */
export type ReservationAnswer =
  | { type: 'inventory.reserved'; orderId: string; expiresAt: Date }
  | { type: 'inventory.failed'; orderId: string; missing: readonly MissingLine[] }
  | { type: 'inventory.released'; orderId: string; reason: ReleaseReason }
  | { type: 'inventory.committed'; orderId: string };

/** What the order is told from the state that it is in, as often as it asks. */
export function answerFrom(reservation: Reservation): ReservationAnswer {
  const { orderId } = reservation;
  switch (reservation.status) {
    case 'HELD':
      return { type: 'inventory.reserved', orderId, expiresAt: reservation.expiresAt };
    case 'COMMITTED':
      return { type: 'inventory.committed', orderId };
    case 'RELEASED':
      return { type: 'inventory.released', orderId, reason: reservation.reason };
    case 'FAILED':
      return { type: 'inventory.failed', orderId, missing: reservation.missing };
  }
}
