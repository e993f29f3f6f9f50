import { sql } from 'kysely';
import { executeLater, executeWithNext } from '#platform/database/later.ts';
import type { Db, Tx } from './tables.ts';

export const REQUEST_TTL_MS = 24 * 60 * 60_000;

export interface CheckoutKey {
  userId: string;
  key: string;
  requestHash: string;
}

export type Claim =
  /** Go on with this order id; others with the same key and content go on with the same one. */
  | { state: 'OPEN'; orderId: string }
  | { state: 'PLACED'; orderId: string }
  /** An order was placed under the key with another content. */
  | { state: 'CONFLICT' };

export interface ClaimRequest extends CheckoutKey {
  newOrderId: string;
}

/** How often other requests with the same key may come between before it is given up. */
const MAX_ATTEMPTS = 5;

/**
 * Gives every request with the same key the same order id, also at the same time and after a crash, so
 * that nobody waits for anybody: admission and placement of one order id have their effect once. A key
 * that no order came of takes another content. One statement, and one more for each further content that a key
 * is asked with at the same moment. Answers in the order of the requests.
 */
export async function claimCheckouts(
  db: Db,
  requests: readonly ClaimRequest[],
  now: Date,
): Promise<Claim[]> {
  const claims = new Map<string, Claim>();
  let open = uniqueBy(requests, contentOf);
  for (let attempt = 1; open.length > 0; attempt++) {
    if (attempt > requests.length + MAX_ATTEMPTS) {
      throw new Error(`${open.length} checkout keys changed too often at the same time`);
    }
    const turn = uniqueBy(open, keyOf);
    const orderIds = await claimOpen(db, turn, now);
    for (const request of turn) {
      const orderId = orderIds.get(keyOf(request));
      const claim: Claim | undefined =
        orderId === undefined ? await findPlaced(db, request) : { state: 'OPEN', orderId };
      if (claim !== undefined) claims.set(contentOf(request), claim);
    }
    open = open.filter((request) => !claims.has(contentOf(request)));
  }
  return requests.map((request) => claims.get(contentOf(request)) ?? unanswered(request));
}

/** The order ids of keys that no order has come of, by key. */
async function claimOpen(
  db: Db,
  requests: readonly ClaimRequest[],
  now: Date,
): Promise<Map<string, string>> {
  const expiredBefore = new Date(now.getTime() - REQUEST_TTL_MS);
  // In the order of keys, so that two of these cannot deadlock.
  const { rows } = await sql<{ userId: string; key: string; orderId: string }>`
    insert into checkout_request (user_id, key, request_hash, order_id, created_at)
    select user_id, key, request_hash, order_id, ${now} from unnest(
      ${requests.map(({ userId }) => userId)}::uuid[],
      ${requests.map(({ key }) => key)}::text[],
      ${requests.map(({ requestHash }) => requestHash)}::text[],
      ${requests.map(({ newOrderId }) => newOrderId)}::uuid[]
    ) as request (user_id, key, request_hash, order_id)
    order by user_id, key
    on conflict (user_id, key) do update set
      request_hash = excluded.request_hash,
      order_id = case
        when checkout_request.created_at < ${expiredBefore} then excluded.order_id
        else checkout_request.order_id
      end,
      placed_at = null,
      created_at = excluded.created_at
    where checkout_request.placed_at is null or checkout_request.created_at < ${expiredBefore}
    returning user_id as "userId", key, order_id as "orderId"
  `.execute(db);
  return new Map(rows.map((row) => [keyOf(row), row.orderId]));
}

const keyOf = ({ userId, key }: { userId: string; key: string }) => `${userId} ${key}`;

const contentOf = (request: CheckoutKey) => `${request.requestHash} ${keyOf(request)}`;

function uniqueBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const named = new Map<string, Item>();
  for (const item of items) if (!named.has(nameOf(item))) named.set(nameOf(item), item);
  return [...named.values()];
}

function unanswered({ userId }: CheckoutKey): never {
  throw new Error(`a checkout key of user ${userId} was not answered`);
}

/** What became of the key, when an order did. */
export async function findPlaced(
  db: Db,
  { userId, key, requestHash }: CheckoutKey,
): Promise<Exclude<Claim, { state: 'OPEN' }> | undefined> {
  const row = await db
    .selectFrom('checkout_request')
    .select(['order_id as orderId', 'request_hash as requestHash'])
    .where('user_id', '=', userId)
    .where('key', '=', key)
    .where('placed_at', 'is not', null)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return row.requestHash === requestHash
    ? { state: 'PLACED', orderId: row.orderId }
    : { state: 'CONFLICT' };
}

export interface Placement extends CheckoutKey {
  orderId: string;
}

/**
 * Binds the keys to their orders, in the transaction that places them. Answers the orders to be placed, with the
 * content that is bound: those that nobody else has placed under the key, and whose content is still the one of
 * this request. Of two requests with one order id the bound content tells whose it is. The answer is there with that of the
 * next statement.
 */
export async function bindPlacements(
  tx: Tx,
  placements: readonly Placement[],
  now: Date,
): Promise<() => Map<string, string>> {
  const rows = await executeWithNext(
    tx,
    sql<{ orderId: string; requestHash: string }>`
    update checkout_request r set placed_at = ${now}
    from unnest(
      ${placements.map(({ userId }) => userId)}::uuid[],
      ${placements.map(({ key }) => key)}::text[],
      ${placements.map(({ requestHash }) => requestHash)}::text[],
      ${placements.map(({ orderId }) => orderId)}::uuid[]
    ) as p (user_id, key, request_hash, order_id)
    where r.user_id = p.user_id and r.key = p.key and r.request_hash = p.request_hash
      and r.order_id = p.order_id and r.placed_at is null
    returning r.order_id as "orderId", r.request_hash as "requestHash"
  `,
  );
  return () => new Map(rows().map(({ orderId, requestHash }) => [orderId, requestHash]));
}

/** Takes bindings of this transaction back: no order came of them after all. */
export async function unbindPlacements(tx: Tx, placements: readonly Placement[]): Promise<void> {
  if (placements.length === 0) return;
  await executeLater(
    tx,
    sql`
    update checkout_request r set placed_at = null
    from unnest(
      ${placements.map(({ userId }) => userId)}::uuid[],
      ${placements.map(({ key }) => key)}::text[]
    ) as p (user_id, key)
    where r.user_id = p.user_id and r.key = p.key
  `,
  );
}

/** Forgets a day's old keys, so many at most; answers how many they were. */
export async function purgeCheckoutRequests(db: Db, now: Date, limit: number): Promise<number> {
  const expiredBefore = new Date(now.getTime() - REQUEST_TTL_MS);
  const { numAffectedRows = 0n } = await sql`
    delete from checkout_request where (user_id, key) in (
      select user_id, key from checkout_request where created_at < ${expiredBefore} limit ${limit}
    )
  `.execute(db);
  return Number(numAffectedRows);
}
