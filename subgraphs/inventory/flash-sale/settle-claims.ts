import { lockStock, moveStock } from '../data/stock.repository.ts';
import { saveReservations } from '../data/reservation.repository.ts';
import type { Tx } from '../data/tables.ts';
import { decideBatch } from '../domain/decide-batch.ts';
import {
  addBuyerUnits,
  findBoughtUnits,
  findKnownClaims,
  insertClaims,
} from './data/claim.repository.ts';
import { moveSaleStock, readSaleStock } from './data/sale-stock.repository.ts';
import { changeSales, lockSales } from './data/sale.repository.ts';
import { decideClaims, type ClaimDecision, type FlashClaim } from './domain/decide-claims.ts';
import type { FlashSale } from './domain/flash-sale.ts';
import { splitDeltas, sumBySale } from './domain/sale-units.ts';

export interface ClaimClock {
  now: () => Date;
  /** How long an order holds its units until it is paid. */
  holdMs: number;
  /** Holds the sales that are decided on; tests put somebody else's work before it. */
  holdSales?: typeof lockSales;
}

export interface SettledClaims {
  /** In the order of the claims. */
  decisions: ClaimDecision[];
  /** Every sale that was claimed of, as it is now. */
  sales: FlashSale[];
}

/**
 * Decides claims for good and gives the orders their units, for any number of claims in a dozen statements. The
 * sales are held, so that claims of one sale are decided one transaction after the other.
 */
export async function settleClaims(
  tx: Tx,
  claims: readonly FlashClaim[],
  { now, holdMs, holdSales = lockSales }: ClaimClock,
): Promise<SettledClaims> {
  const saleIds = Array.from(new Set(claims.map(({ saleId }) => saleId)));
  const sales = await holdSales(tx, saleIds);
  const [bought, known, levels] = [
    await findBoughtUnits(tx, claims),
    await findKnownClaims(tx, claims),
    await readSaleStock(tx, saleIds),
  ];
  const at = now();
  const { decisions, granted } = decideClaims(claims, { sales, bought, known }, at);
  if (granted.length === 0) return { decisions, sales };

  const productOf = new Map(sales.map(({ id, productId }) => [id, productId]));
  const commands = granted.map(({ orderId, saleId, userId, quantity }) => {
    const order = [{ productId: productOf.get(saleId) ?? '', quantity }];
    return { kind: 'CLAIM' as const, orderId, sale: { saleId, userId }, order };
  });
  await lockStock(tx, Array.from(productOf.values()));
  const batch = decideBatch(commands, { reservations: [], levels }, { now: at, holdMs });
  const deltas = splitDeltas(batch.deltas);
  await saveReservations(tx, batch, at);
  await moveStock(tx, deltas.stock, at);
  await moveSaleStock(tx, deltas.sales);
  const changed = await changeSales(tx, sumBySale(deltas.sales), at);
  await insertClaims(tx, granted, at);
  await addBuyerUnits(
    tx,
    granted.map(({ saleId, userId, quantity: units }) => ({ saleId, userId, units })),
  );

  const latest = new Map([...sales, ...changed].map((sale) => [sale.id, sale]));
  return { decisions, sales: Array.from(latest.values()) };
}
