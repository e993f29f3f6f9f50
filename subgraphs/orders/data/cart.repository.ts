import { sql } from 'kysely';
import { executeLater, executeWithNext } from '#platform/database/later.ts';
import type { CartLine } from '../domain/cart.ts';
import { anyOf } from '#platform/database/ids.ts';
import type { Db, Tx } from './tables.ts';

/** A cart as PostgreSQL has it. Version 0: there is none yet. */
export interface StoredCart {
  version: number;
  lines: readonly CartLine[];
}

export async function findCart(db: Db, userId: string): Promise<StoredCart> {
  const carts = await findCarts(db, [userId]);
  return carts.get(userId) ?? { version: 0, lines: [] };
}

export async function findCarts(
  db: Db,
  userIds: readonly string[],
): Promise<Map<string, StoredCart>> {
  const { rows } = await selectCarts(userIds).execute(db);
  return toCarts(rows);
}

/** The same, as the transaction leaves them: to be asked for when it is committed. */
export async function findCartsInTheEnd(
  tx: Tx,
  userIds: readonly string[],
): Promise<() => Map<string, StoredCart>> {
  const rows = await executeWithNext(tx, selectCarts(userIds));
  return () => toCarts(rows());
}

interface CartRow {
  userId: string;
  version: number;
  lines: CartLine[] | null;
}

/**
 * The lines of all carts at once: a plan that was made while there were few lines then reads them once a statement, and not
 * once a cart.
 */
const selectCarts = (userIds: readonly string[]) => sql<CartRow>`
    select cart.user_id as "userId", cart.version::int as version, item.lines
    from cart left join (
      select user_id, json_agg(
        json_build_object('productId', product_id, 'quantity', quantity)
        order by added_at, product_id
      ) as lines
      from cart_item where user_id = ${anyOf(userIds)} group by user_id
    ) as item on item.user_id = cart.user_id
    where cart.user_id = ${anyOf(userIds)}
  `;

function toCarts(rows: readonly CartRow[]): Map<string, StoredCart> {
  return new Map(
    rows.map(({ userId, version, lines }) => [userId, { version, lines: lines ?? [] }]),
  );
}

/** Counts the carts' next versions, and holds them to the end of the transaction. */
export async function lockCarts(
  tx: Tx,
  userIds: readonly string[],
): Promise<Map<string, StoredCart>> {
  await executeLater(
    tx,
    sql`
    insert into cart (user_id, version)
    select distinct user_id, 1 from unnest(${userIds}::uuid[]) as owner (user_id) order by user_id
    on conflict (user_id) do update set version = cart.version + 1
  `,
  );
  return findCarts(tx, userIds);
}

export interface SavedCartLine extends CartLine {
  userId: string;
}

/** The caller holds the carts. 0 units take a line out. */
export async function saveCartLines(
  tx: Tx,
  saved: readonly SavedCartLine[],
  now: Date,
): Promise<void> {
  const gone = saved.filter(({ quantity }) => quantity === 0);
  const kept = saved.filter(({ quantity }) => quantity > 0);
  if (gone.length > 0) {
    await executeLater(
      tx,
      sql`
      delete from cart_item item using unnest(
        ${gone.map(({ userId }) => userId)}::uuid[],
        ${gone.map(({ productId }) => productId)}::uuid[]
      ) as gone (user_id, product_id)
      where item.user_id = gone.user_id and item.product_id = gone.product_id
    `,
    );
  }
  if (kept.length > 0) {
    await executeLater(
      tx,
      sql`
      insert into cart_item (user_id, product_id, quantity, added_at)
      select *, ${now} from unnest(
        ${kept.map(({ userId }) => userId)}::uuid[],
        ${kept.map(({ productId }) => productId)}::uuid[],
        ${kept.map(({ quantity }) => quantity)}::integer[]
      )
      on conflict (user_id, product_id) do update set quantity = excluded.quantity
    `,
    );
  }
}

/** Takes ordered units out of carts that hold at least as many. The caller holds the carts. */
export async function takeCartLines(
  tx: Tx,
  ordered: readonly (CartLine & { userId: string })[],
): Promise<void> {
  if (ordered.length === 0) return;
  const taken = sql`(
    select user_id, product_id, sum(quantity)::integer as quantity from unnest(
      ${ordered.map(({ userId }) => userId)}::uuid[],
      ${ordered.map(({ productId }) => productId)}::uuid[],
      ${ordered.map(({ quantity }) => quantity)}::integer[]
    ) as line (user_id, product_id, quantity)
    group by user_id, product_id
  ) as taken`;
  const isSame = sql`item.user_id = taken.user_id and item.product_id = taken.product_id`;
  await executeLater(
    tx,
    sql`
    delete from cart_item item using ${taken} where ${isSame} and item.quantity <= taken.quantity
  `,
  );
  await executeLater(
    tx,
    sql`
    update cart_item item set quantity = item.quantity - taken.quantity from ${taken} where ${isSame}
  `,
  );
}
