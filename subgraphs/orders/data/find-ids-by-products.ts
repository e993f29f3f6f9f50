import { sql, type RawBuilder } from 'kysely';
import { ofOrder } from './lines-of-products.ts';
import { isBehind, sorts, type OrderListRequest } from './order-sort.ts';
import type { Db } from './tables.ts';

/** Lines in the first attempt, for each place of the page: an order may have several of them. */
const LINES_A_PLACE = 2;
/** The same where their orders need a status: so many lines have one of it in a shop's usual mix. */
const LINES_A_PLACE_OF_STATUS = 10;
/** By how much an attempt goes further than the one before. */
const FURTHER = 16;
const MAX_ATTEMPTS = 3;

interface FoundLines {
  /** Lines that were looked at; fewer than asked for means all of them. */
  looked: number;
  id: string | null;
}

/**
 * Orders of a page by the lines that the products have: time and total of their order are in the index of the lines, so only a
 * status makes it look at orders. Attempts reach further until the page is full; the last one sees all lines.
 */
export async function findIdsByProducts(
  db: Db,
  productIds: readonly string[],
  request: OrderListRequest,
): Promise<string[]> {
  const { conditions, limit } = request;
  let reach: number | null =
    limit * (conditions.statuses === undefined ? LINES_A_PLACE : LINES_A_PLACE_OF_STATUS);
  for (let attempt = 1; ; attempt++) {
    const rows: FoundLines[] = await findLines(db, productIds, request, reach);
    const ids = rows.flatMap(({ id }) => id ?? []);
    const looked = rows[0]?.looked ?? 0;
    if (ids.length === limit || reach === null || looked < reach) return ids;
    reach = attempt < MAX_ATTEMPTS ? reach * FURTHER : null;
  }
}

async function findLines(
  db: Db,
  productIds: readonly string[],
  { conditions, sort, after, limit }: OrderListRequest,
  reach: number | null,
): Promise<FoundLines[]> {
  const { column, direction } = sorts[sort];
  const isByTime = column === 'placed_at';
  const value = sql.ref(isByTime ? 'line.placed_at' : 'line.order_total_cents');
  const order = (of: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
    sql`order by ${of} ${sql.raw(direction)}, ${id} ${sql.raw(direction)}`;
  const lines = (product: RawBuilder<unknown>) => sql`
    select ${value} as value, line.order_id as id from order_line as line
    where line.product_id = ${product}
      and ${after === undefined ? sql`true` : isBehind(sql`(${value}, line.order_id)`, sort, after)}
      ${ofOrder(conditions)}
    ${order(value, sql`line.order_id`)} limit ${reach}`;
  // The index has each product's lines in the order of time. Those of all products in that of their totals are sorted.
  const found = isByTime
    ? sql`select line.* from unnest(${productIds}::uuid[]) as wanted (product_id)
        cross join lateral (${lines(sql`wanted.product_id`)}) as line
        ${order(sql`value`, sql`id`)} limit ${reach}`
    : lines(sql`any(${productIds}::uuid[])`);
  const { statuses } = conditions;
  const ofStatus =
    statuses === undefined
      ? sql``
      : sql`where exists (
          select from customer_order o where o.id = found.id and o.status = any(${statuses}::text[])
        )`;
  const { rows } = await sql<FoundLines>`
    with found as materialized (${found}),
    page as (
      select distinct value, id from found ${ofStatus} ${order(sql`value`, sql`id`)} limit ${limit}
    )
    select looked.count as looked, page.id
    from (select count(*)::integer as count from found) as looked left join page on true
  `.execute(db);
  return rows;
}
