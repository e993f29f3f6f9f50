import type { Redis } from 'ioredis';
import { luaScript } from '#platform/redis/lua.ts';
import type { Db } from '../../data/tables.ts';
import type { FlashClaim } from '../domain/decide-claims.ts';
import type { FlashSale } from '../domain/flash-sale.ts';
import { listActiveClaims } from './claim.repository.ts';
import { expiriesKey, queueKey, saleKey, saleKeys } from './sale-keys.ts';
import { findSales } from './sale.repository.ts';

const claimScript = luaScript(new URL('./claim-units.lua', import.meta.url));
const syncScript = luaScript(new URL('./sync-claims.lua', import.meta.url));
const countScript = luaScript(new URL('./count-queue.lua', import.meta.url));
const leaveScript = luaScript(new URL('./leave-queue.lua', import.meta.url));
const loadScript = luaScript(new URL('./load-sale.lua', import.meta.url));

/** Renewed by each claim, and each minute while the sale runs or is about to. */
export const SALE_TTL_MS = 5 * 60_000;
/** A copy knows the latest claims of a sale; buyers of earlier ones are known to PostgreSQL. */
export const MAX_LOADED_CLAIMS = 20_000;

export interface SaleLimits {
  /** How long a claim that PostgreSQL has not decided keeps its units. */
  claimMs: number;
  /** How long an order counts as in flight that nobody has heard of again. */
  inFlightMs: number;
  maxInFlight: number;
  maxQueue: number;
  /** Attempts of a user in one window. */
  maxAttempts: number;
  windowMs: number;
}

/** A claim, and whether it waits for its turn already. */
export type AskedClaim = FlashClaim & { isWaiting?: boolean };

export type ScriptAnswer = { orderId: string; first: number; second: number } & {
  answer:
    | 'ADMITTED'
    | 'CLAIMED'
    | 'QUEUED'
    | 'SOLD_OUT'
    | 'NOT_STARTED'
    | 'ENDED'
    | 'LIMIT_REACHED'
    | 'RATE_LIMITED'
    | 'BUSY'
    | 'CONFLICT';
};

/** One round trip for any number of claims of one sale; undefined when Redis does not know the sale. */
export async function askSale(
  redis: Redis,
  saleId: string,
  claims: readonly AskedClaim[],
  limits: SaleLimits,
  now: number,
): Promise<ScriptAnswer[] | undefined> {
  const flat = (await claimScript(redis, saleKeys(saleId), [
    now,
    now + limits.claimMs,
    now + limits.inFlightMs,
    SALE_TTL_MS,
    limits.maxInFlight,
    limits.maxQueue,
    limits.maxAttempts,
    limits.windowMs,
    ...claims.flatMap((it) => [
      it.orderId,
      it.userId,
      it.quantity,
      it.idempotencyKey,
      it.contentHash,
      it.isWaiting === true ? '1' : '',
    ]),
  ])) as (string | number)[];
  if (flat.length === 0) return undefined;
  return claims.map((_, index) => {
    const [answer, orderId, first, second] = flat.slice(index * 4, index * 4 + 4);
    return { answer, orderId, first, second } as ScriptAnswer;
  });
}

/** H: the order holds its units; S: it is sold them; R: it has none. */
export type BecameOf = readonly [orderId: string, became: 'H' | 'S' | 'R'];

export async function syncSale(
  redis: Redis,
  { id, available, version, cancelledAt }: FlashSale,
  orders: readonly BecameOf[] = [],
): Promise<boolean> {
  const isCancelled = cancelledAt === null ? '0' : '1';
  const args = [available, version, isCancelled, SALE_TTL_MS, ...orders.flat()];
  return (await syncScript(redis, saleKeys(id), args)) === 1;
}

/** Takes orders out of the queue; answers how many waited. */
export async function leaveQueue(
  redis: Redis,
  saleId: string,
  orderIds: readonly string[],
): Promise<number> {
  return Number(await leaveScript(redis, saleKeys(saleId), [...orderIds]));
}

/** Reads a sale from PostgreSQL and writes it where Redis does not know it; undefined when there is none. */
export async function loadSale(
  redis: Redis,
  db: Db,
  saleId: string,
): Promise<FlashSale | undefined> {
  // The sale first: a claim that is committed in between is told once more, which the version of the sale shows.
  const [sale] = await findSales(db, [saleId]);
  if (sale === undefined) return undefined;
  const claims = await listActiveClaims(db, saleId, MAX_LOADED_CLAIMS);
  await loadScript(redis, saleKeys(saleId), [
    SALE_TTL_MS,
    sale.startsAt.getTime(),
    sale.endsAt.getTime(),
    sale.limitPerUser,
    sale.cancelledAt === null ? '0' : '1',
    sale.available,
    sale.version,
    ...claims.flatMap((it) => [
      it.orderId,
      it.userId,
      it.quantity,
      it.idempotencyKey,
      it.contentHash,
    ]),
  ]);
  return sale;
}

export async function clearSale(redis: Redis, saleId: string): Promise<void> {
  await redis.unlink(...saleKeys(saleId));
}

export const isKnownSale = async (redis: Redis, saleId: string): Promise<boolean> =>
  (await redis.exists(saleKey(saleId))) === 1;

/** Those who wait, without claims that nobody has asked for again and the next one takes out. */
export async function countQueue(redis: Redis, saleId: string, now: number): Promise<number> {
  return Number(await countScript(redis, [queueKey(saleId), expiriesKey(saleId)], [now]));
}

const PACE_MS = 2_000;
const MAX_WAIT_MS = 600_000;

/** Places from 1, by the pace of the last seconds; undefined for those that do not wait. */
export async function findPlaces(
  redis: Redis,
  places: readonly { saleId: string; orderId: string }[],
  now: number,
): Promise<({ position: number; waitMs: number } | undefined)[]> {
  const saleIds = Array.from(new Set(places.map(({ saleId }) => saleId)));
  const paces = new Map(
    await Promise.all(
      saleIds.map(async (saleId) => [saleId, await readPace(redis, saleId, now)] as const),
    ),
  );
  const ranks = await Promise.all(
    places.map(({ saleId, orderId }) => redis.zrank(queueKey(saleId), orderId)),
  );
  return places.map(({ saleId }, index) => {
    const rank = ranks[index];
    if (rank == null) return undefined;
    const waitMs = Math.ceil((rank + 1) / (paces.get(saleId) ?? 1 / PACE_MS));
    return { position: rank + 1, waitMs: Math.min(waitMs, MAX_WAIT_MS) };
  });
}

/** Admissions a millisecond, as claim-units.lua counts them. */
async function readPace(redis: Redis, saleId: string, now: number): Promise<number> {
  const [slot, admitted, before] = (
    await redis.hmget(saleKey(saleId), 'slot', 'admitted', 'before')
  ).map(Number);
  const current = Math.floor(now / PACE_MS);
  const done =
    slot === current ? (admitted ?? 0) + (before ?? 0) : slot === current - 1 ? (admitted ?? 0) : 0;
  return Math.max(done, 1) / (PACE_MS + (now % PACE_MS));
}
