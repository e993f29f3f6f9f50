import type { Reservation, SaleBuyer } from '../../domain/reservation.ts';

/** An order of a flash sale whose units have come to their end. */
export interface FlashOrder extends SaleBuyer {
  orderId: string;
  /** Otherwise it has given them back. */
  isSold: boolean;
}

/** Of reservations that are not as they were, those of flash sales. */
export function flashOrders(
  before: readonly Reservation[],
  changed: readonly Reservation[],
): FlashOrder[] {
  const sales = new Map(before.map(({ orderId, sale }) => [orderId, sale]));
  return changed.flatMap(({ orderId, status }) => {
    const sale = sales.get(orderId);
    return sale === undefined ? [] : [{ ...sale, orderId, isSold: status === 'COMMITTED' }];
  });
}

/** Units that buyers no longer have: of orders whose lines are no longer theirs. */
export function givenBack(
  before: readonly Reservation[],
  droppedOrderIds: readonly string[],
): (SaleBuyer & { units: number })[] {
  const dropped = new Set(droppedOrderIds);
  return before.flatMap((known) => {
    if (known.sale === undefined || !('lines' in known) || !dropped.has(known.orderId)) return [];
    const units = known.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    return [{ ...known.sale, units }];
  });
}
