import { sql, type RawBuilder } from 'kysely';
import type { Position } from '#platform/graphql/page.ts';
import type { OrderConditions } from './order-conditions.ts';
import type { OrderRecord } from './order.repository.ts';

export type OrderSort = 'NEWEST' | 'OLDEST' | 'TOTAL_DESC' | 'TOTAL_ASC';

export const sorts = {
  NEWEST: { column: 'placed_at', direction: 'desc' },
  OLDEST: { column: 'placed_at', direction: 'asc' },
  TOTAL_DESC: { column: 'total_cents', direction: 'desc' },
  TOTAL_ASC: { column: 'total_cents', direction: 'asc' },
} as const;

export interface OrderListRequest {
  conditions: OrderConditions;
  sort: OrderSort;
  after: Position | undefined;
  limit: number;
}

/** Where an order lies in a list of this order. */
export function orderPosition(order: OrderRecord, sort: OrderSort): Position {
  const value =
    sorts[sort].column === 'placed_at' ? order.placedAt.toISOString() : order.totalCents;
  return [value, order.id];
}

/** Whether a place, a pair of the value and the id, comes after that position. */
export function isBehind(
  place: RawBuilder<unknown>,
  sort: OrderSort,
  [value = '', id = '']: Position,
): RawBuilder<boolean> {
  const { column, direction } = sorts[sort];
  const position = column === 'placed_at' ? sql`${value}::timestamptz` : sql`${value}::integer`;
  const than = direction === 'desc' ? sql`<` : sql`>`;
  return sql`${place} ${than} (${position}, ${id}::uuid)`;
}
