import { dayBounds } from '../../shared/format/date.ts';
import { ORDER_STATUSES, type OrderStatus } from '../../shared/orders/order-status.ts';

export type OrdersSearch = {
  readonly text: string;
  readonly status: OrderStatus | '';
  /** Days as YYYY-MM-DD, both included; empty for no bound. */
  readonly from: string;
  readonly to: string;
};

export function readOrdersSearch(parameters: URLSearchParams): OrdersSearch {
  const status = parameters.get('status') ?? '';
  return {
    text: parameters.get('q') ?? '',
    status: isStatus(status) ? status : '',
    from: readDay(parameters.get('from')),
    to: readDay(parameters.get('to')),
  };
}

export function writeOrdersSearch({ text, status, from, to }: OrdersSearch): URLSearchParams {
  const parameters = new URLSearchParams();
  if (text) parameters.set('q', text);
  if (status) parameters.set('status', status);
  if (from) parameters.set('from', from);
  if (to) parameters.set('to', to);
  return parameters;
}

export function toOrderFilter({ text, status, from, to }: OrdersSearch) {
  return {
    ...(text.trim() && { search: text.trim() }),
    ...(status && { statuses: [status] }),
    ...(from && { placedFrom: dayBounds(from).from }),
    ...(to && { placedBefore: dayBounds(to).before }),
  };
}

function isStatus(text: string): text is OrderStatus {
  return ORDER_STATUSES.some((status) => status === text);
}

function readDay(text: string | null): string {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : '';
}
