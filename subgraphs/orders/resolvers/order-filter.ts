import { AppError } from '#platform/errors.ts';
import { isId } from '#platform/database/ids.ts';
import { findSearch } from '../data/find-search.ts';
import type { OrderConditions } from '../data/order-conditions.ts';
import type { Db } from '../data/tables.ts';
import { readSearch } from '../domain/order-search.ts';
import type { InputMaybe, OrderFilter } from '../generated/resolvers.ts';

/** `ownUserId` for the list of one user, who may not name another customer. */
export async function readOrderFilter(
  db: Db,
  filter: InputMaybe<OrderFilter> | undefined,
  ownUserId?: string,
): Promise<OrderConditions> {
  if (filter == null) return { userId: ownUserId };
  const { customerId, productId, search } = filter;
  if (customerId != null && ownUserId !== undefined && customerId !== ownUserId) {
    throw new AppError('BAD_USER_INPUT', 'filter.customerId is for administrators');
  }
  const userId = ownUserId ?? readId('customerId', customerId);
  const term = search == null ? undefined : readSearch(search);
  return {
    userId,
    statuses: filter.statuses ?? undefined,
    placedFrom: filter.placedFrom ?? undefined,
    placedBefore: filter.placedBefore ?? undefined,
    minTotalCents: filter.minTotalCents ?? undefined,
    maxTotalCents: filter.maxTotalCents ?? undefined,
    productId: readId('productId', productId),
    search: term === undefined ? undefined : await findSearch(db, term, userId),
  };
}

function readId(name: string, id: string | null | undefined): string | undefined {
  if (id == null) return undefined;
  if (isId(id)) return id;
  throw new AppError('BAD_USER_INPUT', `filter.${name} is not an id`);
}
