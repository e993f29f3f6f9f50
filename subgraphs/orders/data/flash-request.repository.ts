import { sql } from 'kysely';
import type {
  FlashRefusal,
  FlashRequest,
  FlashRequestState,
  KnownFlashRequest,
} from '../flash/flash-request.ts';
import type { ShippingAddress } from '../domain/order.ts';
import { anyOf } from '#platform/database/ids.ts';
import type { Db, Tx } from './tables.ts';

export const FLASH_REQUEST_TTL_MS = 24 * 60 * 60_000;
export const FLASH_REQUEST_KEY = 'flash_request_key';

interface Row {
  orderId: string;
  userId: string;
  saleId: string;
  idempotencyKey: string;
  contentHash: string;
  quantity: number;
  address: ShippingAddress;
  clientAddress: string | null;
  paymentToken: string;
  paymentMethod: string;
  state: 'QUEUED' | 'PLACED' | 'REFUSED';
  refusal: FlashRefusal['answer'] | null;
  refusalUnits: number | null;
}

const columns = [
  'order_id as orderId',
  'user_id as userId',
  'sale_id as saleId',
  'key as idempotencyKey',
  'content_hash as contentHash',
  'quantity',
  'address',
  'client_ip as clientAddress',
  'payment_token as paymentToken',
  'payment_method as paymentMethod',
  'state',
  'refusal',
  'refusal_units as refusalUnits',
] as const;

export async function findFlashRequests(
  db: Db,
  orderIds: readonly string[],
): Promise<KnownFlashRequest[]> {
  const rows = await db
    .selectFrom('flash_request')
    .select(columns)
    .where('order_id', '=', anyOf(orderIds))
    .execute();
  return rows.map(toRequest);
}

/** The purchases that keys belong to. */
export async function findFlashRequestsByKey(
  db: Db,
  wanted: readonly { userId: string; idempotencyKey: string }[],
): Promise<KnownFlashRequest[]> {
  const rows = await db
    .selectFrom('flash_request')
    .select(columns)
    .where(
      sql<boolean>`(user_id, key) in (select * from unnest(
        ${wanted.map(({ userId }) => userId)}::uuid[],
        ${wanted.map(({ idempotencyKey }) => idempotencyKey)}::text[]
      ))`,
    )
    .execute();
  return rows.map(toRequest);
}

/** Purchases that wait, in the order of arrival. */
export async function listWaiting(
  db: Db,
  { saleId, after, limit }: { saleId: string; after: string | undefined; limit: number },
): Promise<KnownFlashRequest[]> {
  const rows = await db
    .selectFrom('flash_request')
    .select(columns)
    .where('sale_id', '=', saleId)
    .where('state', '=', 'QUEUED')
    .$if(after !== undefined, (query) => query.where('order_id', '>', after ?? ''))
    .orderBy('order_id')
    .limit(limit)
    .execute();
  return rows.map(toRequest);
}

/** Sales in which somebody waits. */
export async function listWaitingSales(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ saleId: string }>`
    with recursive waiting as (
      (select sale_id from flash_request where state = 'QUEUED' order by sale_id limit 1)
      union all
      select (
        select r.sale_id from flash_request r
        where r.state = 'QUEUED' and r.sale_id > waiting.sale_id order by r.sale_id limit 1
      )
      from waiting where waiting.sale_id is not null
    )
    select sale_id as "saleId" from waiting where sale_id is not null limit ${limit}
  `.execute(db);
  return rows.map(({ saleId }) => saleId);
}

/** Stores purchases that wait; those that are known stay as they are. */
export async function insertWaiting(
  db: Db,
  requests: readonly FlashRequest[],
  now: Date,
): Promise<void> {
  await sql`
    ${insertInto(requests, 'QUEUED', now)} on conflict do nothing
  `.execute(db);
}

/**
 * Binds purchases to their orders, in the transaction that places them. Answers the orders that are to be
 * placed now: those that nobody has placed before.
 */
export async function bindPlaced(
  tx: Tx,
  requests: readonly FlashRequest[],
  now: Date,
): Promise<Set<string>> {
  if (requests.length === 0) return new Set();
  const { rows } = await sql<{ orderId: string }>`
    ${insertInto(requests, 'PLACED', now)}
    on conflict (order_id) do update set
      state = 'PLACED', refusal = null, refusal_units = null, updated_at = excluded.updated_at
    where flash_request.state <> 'PLACED'
    returning order_id as "orderId"
  `.execute(tx);
  return new Set(rows.map(({ orderId }) => orderId));
}

/** Ends purchases that wait without an order. */
export async function refuseWaiting(
  db: Db,
  refused: readonly { orderId: string; refusal: FlashRefusal }[],
  now: Date,
): Promise<void> {
  if (refused.length === 0) return;
  await sql`
    update flash_request r set
      state = 'REFUSED', refusal = said.answer, refusal_units = said.units, updated_at = ${now}
    from unnest(
      ${refused.map(({ orderId }) => orderId)}::uuid[],
      ${refused.map(({ refusal }) => refusal.answer)}::text[],
      ${refused.map(({ refusal }) => ('units' in refusal ? refusal.units : null))}::int[]
    ) as said (order_id, answer, units)
    where r.order_id = said.order_id and r.state = 'QUEUED'
  `.execute(db);
}

/** Forgets a day's old purchases, so many at most; answers how many they were. */
export async function purgeFlashRequests(db: Db, now: Date, limit: number): Promise<number> {
  const expiredBefore = new Date(now.getTime() - FLASH_REQUEST_TTL_MS);
  const { numAffectedRows = 0n } = await sql`
    delete from flash_request where order_id in (
      select order_id from flash_request
      where state <> 'QUEUED' and created_at < ${expiredBefore} limit ${limit}
    )
  `.execute(db);
  return Number(numAffectedRows);
}

/** Rows in one order, so that two transactions with the same purchases cannot deadlock. */
const insertInto = (
  requests: readonly FlashRequest[],
  state: 'QUEUED' | 'PLACED',
  now: Date,
) => sql`
  insert into flash_request (
    order_id, user_id, sale_id, key, content_hash, quantity, address, payment_token,
    payment_method, client_ip, state, created_at, updated_at
  )
  select *, ${state}, ${now}::timestamptz, ${now}::timestamptz from unnest(
    ${requests.map(({ orderId }) => orderId)}::uuid[],
    ${requests.map(({ userId }) => userId)}::uuid[],
    ${requests.map(({ saleId }) => saleId)}::uuid[],
    ${requests.map(({ idempotencyKey }) => idempotencyKey)}::text[],
    ${requests.map(({ contentHash }) => contentHash)}::text[],
    ${requests.map(({ quantity }) => quantity)}::int[],
    ${requests.map(({ address }) => JSON.stringify(address))}::jsonb[],
    ${requests.map(({ paymentToken }) => paymentToken)}::text[],
    ${requests.map(({ paymentMethod }) => paymentMethod)}::text[],
    ${requests.map(({ clientAddress = null }) => clientAddress)}::inet[]
  ) as wanted order by 1`;

function toRequest({ state, refusal, refusalUnits, ...request }: Row): KnownFlashRequest {
  return Object.assign(request, toState(state, refusal, refusalUnits ?? 0));
}

function toState(state: Row['state'], answer: Row['refusal'], units: number): FlashRequestState {
  if (state !== 'REFUSED') return { state };
  if (answer === null || answer === 'ENDED') return { state, refusal: { answer: 'ENDED' } };
  return { state, refusal: { answer, units } };
}
