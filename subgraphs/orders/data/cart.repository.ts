import { sql } from 'kysely';
import type { CartLine } from '../domain/cart.ts';
import { anyOf } from './any-of.ts';
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

async function findCarts(db: Db, userIds: readonly string[]): Promise<Map<string, StoredCart>> {
  const { rows } = await sql<{ userId: string; version: number; lines: CartLine[] | null }>`
    select cart.user_id as "userId", cart.version::int as version, (
      select json_agg(
        json_build_object('productId', product_id, 'quantity', quantity)
        order by added_at, product_id
      )
      from cart_item where cart_item.user_id = cart.user_id
    ) as lines
    from cart where user_id = ${anyOf(userIds)}
  `.execute(db);
  return new Map(
    rows.map(({ userId, version, lines }) => [userId, { version, lines: lines ?? [] }]),
  );
}

export async function lockCart(tx: Tx, userId: string): Promise<StoredCart> {
  const carts = await lockCarts(tx, [userId]);
  return carts.get(userId) ?? { version: 0, lines: [] };
}

/** Counts the carts' next versions, and holds them to the end of the transaction. */
export async function lockCarts(
  tx: Tx,
  userIds: readonly string[],
): Promise<Map<string, StoredCart>> {
  await sql`
    insert into cart (user_id, version)
    select distinct user_id, 1 from unnest(${userIds}::uuid[]) as owner (user_id) order by user_id
    on conflict (user_id) do update set version = cart.version + 1
  `.execute(tx);
  return findCarts(tx, userIds);
}

/** The caller holds the cart. */
export async function saveCartLine(
  tx: Tx,
  userId: string,
  { productId, quantity }: CartLine,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('cart_item')
    .values({ user_id: userId, product_id: productId, quantity, added_at: now })
    .onConflict((conflict) => conflict.columns(['user_id', 'product_id']).doUpdateSet({ quantity }))
    .execute();
}

export async function deleteCartLine(tx: Tx, userId: string, productId: string): Promise<void> {
  await tx
    .deleteFrom('cart_item')
    .where('user_id', '=', userId)
    .where('product_id', '=', productId)
    .execute();
}

export async function deleteCartLines(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('cart_item').where('user_id', '=', userId).execute();
}

/** Takes ordered units out of carts that hold at least as many. The caller holds the carts. */
export async function takeCartLines(
  tx: Tx,
  ordered: readonly (CartLine & { userId: string })[],
): Promise<void> {
  const taken = sql`unnest(
    ${ordered.map(({ userId }) => userId)}::uuid[],
    ${ordered.map(({ productId }) => productId)}::uuid[],
    ${ordered.map(({ quantity }) => quantity)}::integer[]
  ) as taken (user_id, product_id, quantity)`;
  const isSame = sql`item.user_id = taken.user_id and item.product_id = taken.product_id`;
  await sql`
    delete from cart_item item using ${taken} where ${isSame} and item.quantity <= taken.quantity
  `.execute(tx);
  await sql`
    update cart_item item set quantity = item.quantity - taken.quantity from ${taken} where ${isSame}
  `.execute(tx);
}
