import type { AllocatedUnits } from './allocate-order.ts';
import { decideReservation, type Clock } from './decide-reservation.ts';
import type { Reservation, ReservationAnswer, ReservationCommand } from './reservation.ts';
import {
  levelKey,
  moveUnits,
  sumMoves,
  type Move,
  type StockDelta,
  type StockLevel,
} from './stock-level.ts';

export interface BatchState {
  reservations: readonly Reservation[];
  levels: readonly StockLevel[];
}

export interface BatchDecision {
  /** Reservations that are new. */
  created: Reservation[];
  /** Reservations that are not as they were. */
  changed: Reservation[];
  /** Orders whose lines before the batch are no longer theirs. */
  dropped: string[];
  /** Lines that orders have got. */
  allocated: (AllocatedUnits & { orderId: string })[];
  deltas: StockDelta[];
  answers: ReservationAnswer[];
}

/** Decides commands one after the other, each on what those before it have left. */
export function decideBatch(
  commands: readonly ReservationCommand[],
  state: BatchState,
  clock: Clock,
): BatchDecision {
  const before = new Map(state.reservations.map((known) => [known.orderId, known]));
  const after = new Map(before);
  const stock = groupByProduct(state.levels);
  const moves: Move[] = [];
  const answers: ReservationAnswer[] = [];

  for (const command of commands) {
    const { orderId } = command;
    const levels = levelsFor(command, stock);
    const decision = decideReservation(command, after.get(orderId), levels, clock);
    if (decision.reservation !== undefined) after.set(orderId, decision.reservation);
    for (const move of decision.moves) {
      applyMove(stock, move);
      moves.push(move);
    }
    if (decision.answer !== undefined) answers.push(decision.answer);
  }

  const saved = Array.from(after.values()).filter((now) => before.get(now.orderId) !== now);
  const reallocated = saved.filter((now) => linesOf(now) !== linesOf(before.get(now.orderId)));
  return {
    created: saved.filter(({ orderId }) => !before.has(orderId)),
    changed: saved.filter(({ orderId }) => before.has(orderId)),
    dropped: reallocated
      .map(({ orderId }) => orderId)
      .filter((orderId) => linesOf(before.get(orderId)).length > 0),
    allocated: reallocated.flatMap((now) =>
      linesOf(now).map(({ productId, warehouseId, quantity }) => ({
        orderId: now.orderId,
        productId,
        warehouseId,
        quantity,
      })),
    ),
    deltas: sumMoves(moves),
    answers,
  };
}

const NO_LINES: readonly AllocatedUnits[] = [];

const linesOf = (reservation: Reservation | undefined) =>
  reservation !== undefined && 'lines' in reservation ? reservation.lines : NO_LINES;

type Stock = Map<string, Map<string, StockLevel>>;

function groupByProduct(levels: readonly StockLevel[]): Stock {
  const stock: Stock = new Map();
  for (const level of levels) {
    const ofProduct = stock.get(level.productId) ?? new Map<string, StockLevel>();
    stock.set(level.productId, ofProduct.set(levelKey(level), level));
  }
  return stock;
}

function levelsFor(command: ReservationCommand, stock: Stock): StockLevel[] {
  if (!('order' in command)) return [];
  const productIds = new Set(command.order.map(({ productId }) => productId));
  const saleId = 'sale' in command ? command.sale.saleId : undefined;
  return Array.from(productIds)
    .flatMap((id) => Array.from(stock.get(id)?.values() ?? []))
    .filter((level) => level.saleId === saleId);
}

function applyMove(stock: Stock, move: Move): void {
  const ofProduct = stock.get(move.productId);
  const level = ofProduct?.get(levelKey(move));
  if (ofProduct === undefined || level === undefined) {
    throw new Error(
      `order moves units of ${levelKey(move)}, whose stock level was not read: read it first`,
    );
  }
  ofProduct.set(levelKey(move), moveUnits(level, move));
}
