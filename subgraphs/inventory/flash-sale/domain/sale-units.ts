import { levelKey, type StockDelta } from '../../domain/stock-level.ts';

/** How the numbers of one stock level change, those of flash sales included. */
export interface WarehouseDelta extends StockDelta {
  setAside: number;
}

export interface SaleDelta extends StockDelta {
  saleId: string;
}

/**
 * What moves in a sale moves in its warehouse too: a unit that nobody has in the sale is set aside there,
 * the others are reserved or sold as any.
 */
export function splitDeltas(deltas: readonly StockDelta[]): {
  stock: WarehouseDelta[];
  sales: SaleDelta[];
} {
  const stock = new Map<string, WarehouseDelta>();
  const sales: SaleDelta[] = [];
  for (const { saleId, ...delta } of deltas) {
    const { productId, warehouseId } = delta;
    const key = levelKey({ productId, warehouseId });
    const sum = stock.get(key) ?? {
      productId,
      warehouseId,
      available: 0,
      reserved: 0,
      sold: 0,
      setAside: 0,
    };
    sum[saleId === undefined ? 'available' : 'setAside'] += delta.available;
    sum.reserved += delta.reserved;
    sum.sold += delta.sold;
    stock.set(key, sum);
    if (saleId !== undefined) sales.push({ ...delta, saleId });
  }
  return { stock: Array.from(stock.values()), sales };
}

/** How the numbers of each sale change over all warehouses. */
export function sumBySale(
  deltas: readonly SaleDelta[],
): { saleId: string; available: number; reserved: number; sold: number }[] {
  const sums = new Map<
    string,
    { saleId: string; available: number; reserved: number; sold: number }
  >();
  for (const { saleId, available, reserved, sold } of deltas) {
    const sum = sums.get(saleId) ?? { saleId, available: 0, reserved: 0, sold: 0 };
    sum.available += available;
    sum.reserved += reserved;
    sum.sold += sold;
    sums.set(saleId, sum);
  }
  return Array.from(sums.values());
}
