import { dayBounds } from '../../../shared/format/date.ts';
import { parsePriceCents } from '../../../shared/format/money.ts';
import type { OrderStatus } from '../../../shared/orders/order-status.ts';

export type AdminOrdersSearch = {
  readonly text: string;
  readonly statuses: readonly OrderStatus[];
  /** Days as YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** As typed; what is no price counts as no bound. */
  readonly minTotal: string;
  readonly maxTotal: string;
};

export const ALL_ORDERS: AdminOrdersSearch = {
  text: '',
  statuses: [],
  from: '',
  to: '',
  minTotal: '',
  maxTotal: '',
};

export function toAdminFilter(search: AdminOrdersSearch) {
  const { text, statuses, from, to } = search;
  const minTotalCents = parsePriceCents(search.minTotal);
  const maxTotalCents = parsePriceCents(search.maxTotal);
  return {
    ...(text.trim() && { search: text.trim() }),
    ...(statuses.length > 0 && { statuses }),
    ...(from && { placedFrom: dayBounds(from).from }),
    ...(to && { placedBefore: dayBounds(to).before }),
    ...(minTotalCents !== undefined && { minTotalCents }),
    ...(maxTotalCents !== undefined && { maxTotalCents }),
  };
}

/** Whether new orders belong on top of the list: only the unfiltered one shows everything that is placed. */
export function showsEverything(search: AdminOrdersSearch): boolean {
  return Object.keys(toAdminFilter(search)).length === 0;
}
