/**
 * The units of one product in one warehouse: those that everybody may order, or those of a flash sale.
 * Units only move between the three.
 */
export interface StockLevel {
  productId: string;
  warehouseId: string;
  /** Set when they are the units of a flash sale. */
  saleId?: string;
  available: number;
  reserved: number;
  sold: number;
  received: number;
}

/** Where a unit can be. */
export type Shelf = 'available' | 'reserved' | 'sold';

/** Units that change their place within a warehouse; none are made or lost. */
export interface Move {
  productId: string;
  warehouseId: string;
  saleId?: string;
  quantity: number;
  from: Shelf;
  to: Shelf;
}

/** How the numbers of one stock level change. */
export interface StockDelta {
  productId: string;
  warehouseId: string;
  saleId?: string;
  available: number;
  reserved: number;
  sold: number;
}

export function moveUnits(level: StockLevel, { quantity, from, to }: Move): StockLevel {
  return { ...level, [from]: level[from] - quantity, [to]: level[to] + quantity };
}

/** One delta a stock level that changes, in the order (product, warehouse, sale) in which rows are locked. */
export function sumMoves(moves: readonly Move[]): StockDelta[] {
  const deltas = new Map<string, StockDelta>();
  for (const { productId, warehouseId, saleId, quantity, from, to } of moves) {
    const place = { productId, warehouseId, ...(saleId !== undefined && { saleId }) };
    const key = levelKey(place);
    const delta = deltas.get(key) ?? {
      ...place,
      available: 0,
      reserved: 0,
      sold: 0,
    };
    delta[from] -= quantity;
    delta[to] += quantity;
    deltas.set(key, delta);
  }
  return Array.from(deltas.values())
    .filter(({ available, reserved, sold }) => available !== 0 || reserved !== 0 || sold !== 0)
    .toSorted((a, b) => compareText(levelKey(a), levelKey(b)));
}

/** How the free units of each product change over all warehouses; products that keep theirs are left out. */
export function sumByProduct(
  deltas: readonly StockDelta[],
): { productId: string; available: number }[] {
  const sums = new Map<string, number>();
  for (const { productId, available } of deltas) {
    sums.set(productId, (sums.get(productId) ?? 0) + available);
  }
  return Array.from(sums, ([productId, available]) => ({ productId, available })).filter(
    ({ available }) => available !== 0,
  );
}

export const levelKey = (level: {
  productId: string;
  warehouseId: string;
  saleId?: string;
}): string => `${level.productId}/${level.warehouseId}/${level.saleId ?? ''}`;

export const compareText = (a: string, b: string): number => Number(a > b) - Number(a < b);
