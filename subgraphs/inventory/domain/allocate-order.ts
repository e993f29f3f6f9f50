import type { MissingLine } from '#schema/events/inventory-events.ts';
import { compareText, type StockLevel } from './stock-level.ts';

export interface OrderedUnits {
  productId: string;
  quantity: number;
}

/** Units of an order in the warehouse they come from. */
export interface AllocatedUnits extends OrderedUnits {
  warehouseId: string;
}

export type Allocation =
  { ok: true; lines: AllocatedUnits[] } | { ok: false; missing: MissingLine[] };

/**
 * Finds every line of an order or none. One warehouse that has everything ships one parcel, so it is
 * preferred (the one with most units to spare); otherwise each product comes from the fullest
 * warehouses first.
 */
export function allocateOrder(
  levels: readonly StockLevel[],
  order: readonly OrderedUnits[],
): Allocation {
  const wanted = addUpLines(order);
  const missing = findMissing(levels, wanted);
  if (missing.length > 0) return { ok: false, missing };

  const warehouseId = findSingleWarehouse(levels, wanted);
  if (warehouseId !== undefined) {
    return { ok: true, lines: wanted.map((line) => ({ ...line, warehouseId })) };
  }
  return { ok: true, lines: wanted.flatMap((line) => splitLine(levels, line)) };
}

/** Lines that repeat a product are one line of their sum. */
export function addUpLines(lines: readonly OrderedUnits[]): OrderedUnits[] {
  const sums = new Map<string, number>();
  for (const { productId, quantity } of lines) {
    sums.set(productId, (sums.get(productId) ?? 0) + quantity);
  }
  return Array.from(sums, ([productId, quantity]) => ({ productId, quantity }));
}

function findMissing(
  levels: readonly StockLevel[],
  wanted: readonly OrderedUnits[],
): MissingLine[] {
  return wanted.flatMap(({ productId, quantity }) => {
    const available = levels
      .filter((level) => level.productId === productId)
      .reduce((sum, level) => sum + level.available, 0);
    return available < quantity ? [{ productId, requested: quantity, available }] : [];
  });
}

function findSingleWarehouse(
  levels: readonly StockLevel[],
  wanted: readonly OrderedUnits[],
): string | undefined {
  const spares = new Map<string, { products: number; spare: number }>();
  for (const { productId, quantity } of wanted) {
    for (const level of levels) {
      if (level.productId !== productId || level.available < quantity) continue;
      const { products, spare } = spares.get(level.warehouseId) ?? { products: 0, spare: 0 };
      spares.set(level.warehouseId, {
        products: products + 1,
        spare: spare + level.available - quantity,
      });
    }
  }
  const [best] = Array.from(spares)
    .filter(([, { products }]) => products === wanted.length)
    .toSorted(([a, { spare: x }], [b, { spare: y }]) => y - x || compareText(a, b));
  return best?.[0];
}

function splitLine(
  levels: readonly StockLevel[],
  { productId, quantity }: OrderedUnits,
): AllocatedUnits[] {
  const fullestFirst = levels
    .filter((level) => level.productId === productId && level.available > 0)
    .toSorted((a, b) => b.available - a.available || compareText(a.warehouseId, b.warehouseId));

  const lines: AllocatedUnits[] = [];
  let left = quantity;
  for (const { warehouseId, available } of fullestFirst) {
    if (left === 0) break;
    const taken = Math.min(left, available);
    lines.push({ productId, warehouseId, quantity: taken });
    left -= taken;
  }
  return lines;
}
