import { sql, type RawBuilder } from 'kysely';
import type { OrderConditions } from './order-conditions.ts';

type OfOrder = Pick<
  OrderConditions,
  'placedFrom' | 'placedBefore' | 'minTotalCents' | 'maxTotalCents'
>;

/** The lines of some products, as their index knows them: with the time and the total of their order. */
export const linesOf = (productIds: readonly string[], conditions: OfOrder) => sql`
  select order_id from order_line as line
  where line.product_id = any(${productIds}::uuid[]) ${ofOrder(conditions)}`;

/** `and …`: what lines know of their order. */
export function ofOrder({
  placedFrom,
  placedBefore,
  minTotalCents,
  maxTotalCents,
}: OfOrder): RawBuilder<unknown> {
  const conditions = [
    ...(placedFrom === undefined ? [] : [sql`and line.placed_at >= ${placedFrom}`]),
    ...(placedBefore === undefined ? [] : [sql`and line.placed_at < ${placedBefore}`]),
    ...(minTotalCents === undefined ? [] : [sql`and line.order_total_cents >= ${minTotalCents}`]),
    ...(maxTotalCents === undefined ? [] : [sql`and line.order_total_cents <= ${maxTotalCents}`]),
  ];
  return sql.join(conditions, sql` `);
}
