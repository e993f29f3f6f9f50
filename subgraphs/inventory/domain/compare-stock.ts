export interface StockAsOf {
  available: number;
  version: number;
}

/**
 * What is wrong with a copy of a product's stock: `behind` and `ahead` by version, `differs` when the same
 * version says something else. `catching-up` is behind too, but not for long enough to be wrong.
 */
export type CopyState = 'equal' | 'catching-up' | 'behind' | 'ahead' | 'differs';

export function compareStock(
  truth: StockAsOf & { updatedAt: Date },
  copy: StockAsOf,
  { now, graceMs }: { now: Date; graceMs: number },
): CopyState {
  if (copy.version > truth.version) return 'ahead';
  if (copy.version === truth.version) {
    return copy.available === truth.available ? 'equal' : 'differs';
  }
  return now.getTime() - truth.updatedAt.getTime() < graceMs ? 'catching-up' : 'behind';
}
