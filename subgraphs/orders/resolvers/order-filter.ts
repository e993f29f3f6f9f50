import { AppError } from '#platform/errors.ts';
import { isId } from '../context.ts';
import type { OrderConditions } from '../data/list-orders.ts';
import { readSearch } from '../domain/order-search.ts';
import type { InputMaybe, OrderFilter } from '../generated/resolvers.ts';

/** `ownUserId` for the list of one user, who may not name another customer. */
export function readOrderFilter(
  filter: InputMaybe<OrderFilter> | undefined,
  ownUserId?: string,
): OrderConditions {
  if (filter == null) return {};
  const { customerId, productId, search } = filter;
  if (customerId != null && ownUserId !== undefined && customerId !== ownUserId) {
    throw new AppError('BAD_USER_INPUT', 'filter.customerId is for administrators');
  }
  return {
    userId: readId('customerId', customerId),
    statuses: filter.statuses ?? undefined,
    placedFrom: filter.placedFrom ?? undefined,
    placedBefore: filter.placedBefore ?? undefined,
    minTotalCents: filter.minTotalCents ?? undefined,
    maxTotalCents: filter.maxTotalCents ?? undefined,
    productId: readId('productId', productId),
    search: search == null ? undefined : readSearch(search),
  };
}

function readId(name: string, id: string | null | undefined): string | undefined {
  if (id == null) return undefined;
  if (isId(id)) return id;
  throw new AppError('BAD_USER_INPUT', `filter.${name} is not an id`);
}
