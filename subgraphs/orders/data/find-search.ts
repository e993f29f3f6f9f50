import { sql } from 'kysely';
import type { SearchTerm } from '../domain/order-search.ts';
import type { Db } from './tables.ts';

/** What a search text means among the orders that there are. */
export type FoundSearch =
  /** Orders from one id to another, and some more. */
  | { kind: 'IDS'; from: string; to: string; others: readonly string[] }
  /** Orders with one of these products. */
  | { kind: 'PRODUCTS'; productIds: readonly string[] }
  /** Orders with a product of such a name; nearly every order has one. */
  | { kind: 'WORDS'; query: string };

/** Products that a search names one by one; words of more are looked for in each order. */
const MAX_PRODUCTS = 5_000;
/** Ids that end alike: by chance there is one, and anyone who has more types more. */
const MAX_ALIKE = 100;

/** `userId` when only that user's orders are searched: they are few, so their lines are looked at. */
export async function findSearch(
  db: Db,
  term: SearchTerm,
  userId: string | undefined,
): Promise<FoundSearch> {
  if (term.kind === 'ID') {
    const { from, to, end } = term;
    const others = end === undefined ? [] : await findIdsEndingIn(db, end);
    return { kind: 'IDS', from, to, others };
  }
  const query = term.words.map((word) => `${word}:*`).join(' & ');
  if (userId !== undefined) return { kind: 'WORDS', query };
  const productIds = await findSoldProducts(db, query);
  return productIds.length > MAX_PRODUCTS
    ? { kind: 'WORDS', query }
    : { kind: 'PRODUCTS', productIds };
}

/** The index `order_line_order_id_end` has the last eight digits. */
async function findIdsEndingIn(db: Db, end: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select order_id as id from order_line
    where position = 0
      and right(order_id::text, 8) = right(${end}, 8)
      and right(replace(order_id::text, '-', ''), ${end.length}) = ${end}
    limit ${MAX_ALIKE}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** One more than the bound, where there are more. */
async function findSoldProducts(db: Db, query: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct product_id as id from sold_name
    where to_tsvector('simple', product_name) @@ to_tsquery('simple', ${query})
    limit ${MAX_PRODUCTS + 1}
  `.execute(db);
  return rows.map(({ id }) => id);
}
