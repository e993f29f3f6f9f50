/** The end of an order's id: short enough to read out. Ids begin with their time, so their ends differ the most. */
export function orderNumber(id: string): string {
  return id.replaceAll('-', '').slice(-8).toUpperCase();
}
