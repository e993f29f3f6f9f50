import { isUniqueViolation, type Store } from '#platform/database/store.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { changeProductStock, type ProductStock } from './data/product-stock.repository.ts';
import {
  lockReservations,
  RESERVATION_KEY,
  saveReservations,
} from './data/reservation.repository.ts';
import { lockStock, moveStock } from './data/stock.repository.ts';
import type { Tables, Tx } from './data/tables.ts';
import { decideBatch, type BatchState } from './domain/decide-batch.ts';
import type { ReservationAnswer, ReservationCommand } from './domain/reservation.ts';
import { sumByProduct } from './domain/stock-level.ts';
import { answerMessage, stockChangedMessage } from './events/inventory-messages.ts';
import { subtractBuyerUnits } from './flash-sale/data/claim.repository.ts';
import { moveSaleStock, readSaleStock } from './flash-sale/data/sale-stock.repository.ts';
import { changeSales, lockSales } from './flash-sale/data/sale.repository.ts';
import type { FlashSale } from './flash-sale/domain/flash-sale.ts';
import { flashOrders, givenBack, type FlashOrder } from './flash-sale/domain/flash-orders.ts';
import { splitDeltas, sumBySale } from './flash-sale/domain/sale-units.ts';

export interface SettleOptions {
  now: () => Date;
  newId: () => string;
  holdMs: number;
  /** Reads the stock levels to decide on, and holds them. */
  readStock?: typeof lockStock;
}

/** What a transaction has done, for those who follow after its commit. */
export interface Settlement {
  answers: readonly ReservationAnswer[];
  /** Products whose free units changed, as they are now. */
  stock: readonly ProductStock[];
  /** Flash sales whose units moved, as they are now. */
  sales: readonly FlashSale[];
  /** Orders of flash sales that were sold their units, or gave them back. */
  flashOrders: readonly FlashOrder[];
}

export const NOTHING_SETTLED: Settlement = { answers: [], stock: [], sales: [], flashOrders: [] };

/**
 * Load, decide, save and answer, for any number of orders in eight statements, and five more where orders of flash
 * sales are among them. Rows are always held in one order: reservations, flash sales, stock levels, then products.
 */
export async function settleCommands(
  tx: Tx,
  commands: readonly ReservationCommand[],
  { now, newId, holdMs, readStock = lockStock }: SettleOptions,
): Promise<Settlement> {
  if (commands.length === 0) return NOTHING_SETTLED;
  const reservations = await lockReservations(tx, unique(commands.map((it) => it.orderId)));
  const saleIds = unique(reservations.flatMap(({ sale }) => sale?.saleId ?? []));
  await lockSales(tx, saleIds);
  const saleLevels = await readSaleStock(tx, saleIds);
  const levels = [...(await readStock(tx, productsOf(commands, reservations))), ...saleLevels];

  const clock = { now: now(), holdMs };
  const decision = decideBatch(commands, { reservations, levels }, clock);
  await saveReservations(tx, decision, clock.now);
  const deltas = splitDeltas(decision.deltas);
  await moveStock(tx, deltas.stock, clock.now);
  await moveSaleStock(tx, deltas.sales);
  const sales = await changeSales(tx, sumBySale(deltas.sales), clock.now);
  await subtractBuyerUnits(tx, givenBack(reservations, decision.dropped));
  const stock = await changeProductStock(tx, sumByProduct(deltas.stock), clock.now);

  const stamp = () => ({ id: newId(), time: clock.now.toISOString() });
  await appendToOutbox(tx, [
    ...decision.answers.map((answer) => answerMessage(answer, stamp())),
    ...stock.map((product) => stockChangedMessage(product, stamp())),
  ]);
  return {
    answers: decision.answers,
    stock,
    sales,
    flashOrders: flashOrders(reservations, decision.changed),
  };
}

const MAX_ATTEMPTS = 3;

/**
 * Runs work in a transaction, again when another transaction made a reservation that the work wanted to
 * make: then it is there to be read.
 */
export async function transactReservations<Result>(
  store: Store<Tables>,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.transact(work);
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isUniqueViolation(error, RESERVATION_KEY)) throw error;
    }
  }
}

function productsOf(
  commands: readonly ReservationCommand[],
  reservations: BatchState['reservations'],
): string[] {
  return unique([
    ...commands.flatMap((it) => ('order' in it ? it.order.map(({ productId }) => productId) : [])),
    ...reservations.flatMap((it) =>
      'lines' in it ? it.lines.map(({ productId }) => productId) : [],
    ),
  ]);
}

const unique = (ids: readonly string[]): string[] => Array.from(new Set(ids));
