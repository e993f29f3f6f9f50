/** What inventory tells about a product. */
export interface StockReport {
  productId: string;
  isInStock: boolean;
  /** Only grows. */
  version: number;
}

/** The latest of each product. */
export function latestReports(reports: readonly StockReport[]): StockReport[] {
  const latest = new Map<string, StockReport>();
  for (const report of reports) {
    const known = latest.get(report.productId);
    if (known === undefined || known.version < report.version) latest.set(report.productId, report);
  }
  return [...latest.values()];
}
