import { allocateOrder, type AllocatedUnits, type OrderedUnits } from './allocate-order.ts';
import {
  answerFrom,
  type Reservation,
  type ReservationAnswer,
  type ReservationCommand,
  type SaleBuyer,
} from './reservation.ts';
import type { Move, Shelf, StockLevel } from './stock-level.ts';

export interface Clock {
  now: Date;
  /** How long a reservation waits to be paid. */
  holdMs: number;
}

export interface Decision {
  /** As it is from now on; undefined when there was none and none is needed. */
  reservation: Reservation | undefined;
  moves: Move[];
  answer: ReservationAnswer | undefined;
}

/**
 * Decides one command from what is known of the order. Commands may arrive twice, late, or again under a
 * new event id: whatever was decided before is answered again and moves nothing.
 */
export function decideReservation(
  command: ReservationCommand,
  known: Reservation | undefined,
  levels: readonly StockLevel[],
  clock: Clock,
): Decision {
  switch (command.kind) {
    case 'CLAIM':
    case 'RESERVE':
      return known === undefined ? take('HELD', command, levels, clock) : repeatReserved(known);
    case 'COMMIT':
      return commit(command, known, levels, clock);
    case 'CANCEL':
      return cancel(command.orderId, known);
    case 'EXPIRE':
      return expire(known, clock);
  }
}

function take(
  status: 'HELD' | 'COMMITTED',
  {
    orderId,
    order,
    sale: buyer,
  }: { orderId: string; order: readonly OrderedUnits[]; sale?: SaleBuyer },
  levels: readonly StockLevel[],
  { now, holdMs }: Clock,
): Decision {
  const sale = buyer === undefined ? {} : { sale: buyer };
  const allocation = allocateOrder(levels, order);
  if (!allocation.ok) {
    return become({ ...sale, orderId, status: 'FAILED', missing: allocation.missing });
  }

  const { lines } = allocation;
  const expiresAt = new Date(now.getTime() + holdMs);
  const to = status === 'HELD' ? 'reserved' : 'sold';
  const taken = { ...sale, orderId, status, lines, expiresAt };
  return become(taken, move(taken, 'available', to));
}

/** To a repeated `order.created` a sold order is still a reserved one. */
function repeatReserved(known: Reservation): Decision {
  if (known.status !== 'COMMITTED') return become(known);
  const { orderId, expiresAt } = known;
  return {
    reservation: known,
    moves: [],
    answer: { type: 'inventory.reserved', orderId, expiresAt },
  };
}

/**
 * A paid order whose hold has expired, or was never seen, gets its units if they are still there. Those of a
 * flash sale are not: they went back into the sale, whose next buyer has a claim to them.
 */
function commit(
  command: { orderId: string; order: readonly OrderedUnits[] },
  known: Reservation | undefined,
  levels: readonly StockLevel[],
  clock: Clock,
): Decision {
  if (known === undefined || (known.status === 'RELEASED' && known.reason === 'EXPIRED')) {
    if (known?.sale === undefined) return take('COMMITTED', command, levels, clock);
    return take('COMMITTED', { ...command, sale: known.sale }, [], clock);
  }
  if (known.status !== 'HELD') return become(known);
  return become({ ...known, status: 'COMMITTED' }, move(known, 'reserved', 'sold'));
}

/** What is cancelled before it was seen leaves a mark, so that a late `order.created` takes nothing. */
function cancel(orderId: string, known: Reservation | undefined): Decision {
  const cancelled = { ...saleOf(known), orderId, status: 'RELEASED', reason: 'CANCELLED' } as const;
  switch (known?.status) {
    case 'HELD':
      return become(cancelled, move(known, 'reserved', 'available'));
    case 'COMMITTED':
      return become(cancelled, move(known, 'sold', 'available'));
    case 'RELEASED':
      return become(known.reason === 'CANCELLED' ? known : cancelled);
    case 'FAILED':
      return { reservation: known, moves: [], answer: answerFrom(cancelled) };
    case undefined:
      return become(cancelled);
  }
}

function expire(known: Reservation | undefined, { now }: Clock): Decision {
  if (known?.status !== 'HELD' || known.expiresAt > now) {
    return { reservation: known, moves: [], answer: undefined };
  }
  const { orderId } = known;
  return become(
    { ...saleOf(known), orderId, status: 'RELEASED', reason: 'EXPIRED' },
    move(known, 'reserved', 'available'),
  );
}

function become(reservation: Reservation, moves: Move[] = []): Decision {
  return { reservation, moves, answer: answerFrom(reservation) };
}

function move(
  { lines, sale }: { lines: readonly AllocatedUnits[]; sale?: SaleBuyer },
  from: Shelf,
  to: Shelf,
): Move[] {
  const place = sale === undefined ? {} : { saleId: sale.saleId };
  return lines.map((line) => ({ ...line, ...place, from, to }));
}

const saleOf = (known: Reservation | undefined) =>
  known?.sale === undefined ? {} : { sale: known.sale };
