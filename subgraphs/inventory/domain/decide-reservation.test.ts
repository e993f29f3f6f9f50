import { decideReservation } from './decide-reservation.ts';
import type { Reservation, ReservationCommand } from './reservation.ts';
import type { StockLevel } from './stock-level.ts';

const now = new Date('2026-03-01T12:00:00.000Z');
const expiresAt = new Date('2026-03-01T12:10:00.000Z');
const clock = { now, holdMs: 600_000 };
const orderId = 'o1';
const order = [{ productId: 'mug', quantity: 2 }];
const lines = [{ productId: 'mug', warehouseId: 'ber', quantity: 2 }];
const missing = [{ productId: 'mug', requested: 2, available: 0 }];

const reserve: ReservationCommand = { kind: 'RESERVE', orderId, order };
const commit: ReservationCommand = { kind: 'COMMIT', orderId, order };
const cancel: ReservationCommand = { kind: 'CANCEL', orderId };
const expire: ReservationCommand = { kind: 'EXPIRE', orderId };

const held: Reservation = { orderId, status: 'HELD', lines, expiresAt };
const committed: Reservation = { orderId, status: 'COMMITTED', lines, expiresAt };
const failed: Reservation = { orderId, status: 'FAILED', missing };
const cancelled: Reservation = { orderId, status: 'RELEASED', reason: 'CANCELLED' };
const expired: Reservation = { orderId, status: 'RELEASED', reason: 'EXPIRED' };

const reservedAnswer = { type: 'inventory.reserved', orderId, expiresAt };
const failedAnswer = { type: 'inventory.failed', orderId, missing };
const committedAnswer = { type: 'inventory.committed', orderId };
const cancelledAnswer = { type: 'inventory.released', orderId, reason: 'CANCELLED' };
const expiredAnswer = { type: 'inventory.released', orderId, reason: 'EXPIRED' };

const stockOf = (available: number): StockLevel[] => [
  {
    productId: 'mug',
    warehouseId: 'ber',
    available,
    reserved: 2,
    sold: 2,
    received: available + 4,
  },
];

function decide(command: ReservationCommand, known?: Reservation, available = 5) {
  return decideReservation(command, known, stockOf(available), clock);
}

test('holds the units of a new order until its time is over', () => {
  expect(decide(reserve)).toEqual({
    reservation: held,
    moves: [{ ...lines[0], from: 'available', to: 'reserved' }],
    answer: reservedAnswer,
  });
});

test('holds nothing for an order that is short', () => {
  expect(decide(reserve, undefined, 0)).toEqual({
    reservation: failed,
    moves: [],
    answer: failedAnswer,
  });
});

test('sells what was held, even after its time while nobody has taken it', () => {
  const late = { ...clock, now: new Date('2026-03-01T13:00:00.000Z') };

  expect(decideReservation(commit, held, stockOf(0), late)).toEqual({
    reservation: committed,
    moves: [{ ...lines[0], from: 'reserved', to: 'sold' }],
    answer: committedAnswer,
  });
});

test.each([
  ['whose hold has expired', expired],
  ['that was never seen', undefined],
])('sells free units to a paid order %s', (_, known) => {
  expect(decide(commit, known)).toEqual({
    reservation: committed,
    moves: [{ ...lines[0], from: 'available', to: 'sold' }],
    answer: committedAnswer,
  });
  expect(decide(commit, known, 0)).toEqual({
    reservation: failed,
    moves: [],
    answer: failedAnswer,
  });
});

test('gives held units back when the order is cancelled', () => {
  expect(decide(cancel, held)).toEqual({
    reservation: cancelled,
    moves: [{ ...lines[0], from: 'reserved', to: 'available' }],
    answer: cancelledAnswer,
  });
});

test('gives sold units back when a paid order is cancelled', () => {
  expect(decide(cancel, committed)).toEqual({
    reservation: cancelled,
    moves: [{ ...lines[0], from: 'sold', to: 'available' }],
    answer: cancelledAnswer,
  });
});

test('remembers a cancellation of an order that it has not seen', () => {
  expect(decide(cancel)).toEqual({ reservation: cancelled, moves: [], answer: cancelledAnswer });
});

test('cancels an expired order for good', () => {
  expect(decide(cancel, expired)).toEqual({
    reservation: cancelled,
    moves: [],
    answer: cancelledAnswer,
  });
});

test('releases what is due and nothing before', () => {
  const due = { ...clock, now: expiresAt };

  expect(decideReservation(expire, held, [], due)).toEqual({
    reservation: expired,
    moves: [{ ...lines[0], from: 'reserved', to: 'available' }],
    answer: expiredAnswer,
  });
  expect(decide(expire, held)).toEqual({ reservation: held, moves: [], answer: undefined });
});

// Everything that may arrive twice, late or again: the state stays the same object, and nothing moves.
test.each([
  ['reserve', 'held', reserve, held, reservedAnswer],
  ['reserve', 'committed', reserve, committed, reservedAnswer],
  ['reserve', 'failed', reserve, failed, failedAnswer],
  ['reserve', 'cancelled', reserve, cancelled, cancelledAnswer],
  ['reserve', 'expired', reserve, expired, expiredAnswer],
  ['commit', 'committed', commit, committed, committedAnswer],
  ['commit', 'failed', commit, failed, failedAnswer],
  ['commit', 'cancelled', commit, cancelled, cancelledAnswer],
  ['cancel', 'cancelled', cancel, cancelled, cancelledAnswer],
  ['cancel', 'failed', cancel, failed, cancelledAnswer],
  ['expire', 'committed', expire, committed, undefined],
  ['expire', 'expired', expire, expired, undefined],
  ['expire', 'cancelled', expire, cancelled, undefined],
  ['expire', 'failed', expire, failed, undefined],
])('%s changes nothing for an order that is %s', (_command, _state, command, known, answer) => {
  const late = { ...clock, now: new Date('2026-03-02T12:00:00.000Z') };
  const decision = decideReservation(command, known, stockOf(5), late);

  expect(decision.reservation).toBe(known);
  expect(decision.moves).toEqual([]);
  expect(decision.answer).toEqual(answer);
});
