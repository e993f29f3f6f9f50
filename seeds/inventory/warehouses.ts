export const WAREHOUSES = [
  { id: '01900000-0000-7000-8000-0000000000e1', code: 'EWR1', name: 'Newark', city: 'Newark' },
  { id: '01900000-0000-7000-8000-0000000000d1', code: 'DFW1', name: 'Dallas', city: 'Dallas' },
  { id: '01900000-0000-7000-8000-0000000000a1', code: 'SEA1', name: 'Seattle', city: 'Seattle' },
] as const;

/** Where a product is at home: its orders are sent from there. */
export function homeOf(productIndex: number) {
  return WAREHOUSES[productIndex % WAREHOUSES.length] ?? WAREHOUSES[0];
}

/** Where the rest of it lies. */
export function overflowOf(productIndex: number) {
  return homeOf(productIndex + 1);
}
