import type { StockLevel } from './stock-level.ts';

export type Adjustment = { ok: true; level: StockLevel } | { ok: false; available: number };

/** Puts units in or takes free ones out; what orders hold or have bought stays. */
export function adjustStock(level: StockLevel, delta: number): Adjustment {
  if (level.available + delta < 0) return { ok: false, available: level.available };
  return {
    ok: true,
    level: { ...level, available: level.available + delta, received: level.received + delta },
  };
}
