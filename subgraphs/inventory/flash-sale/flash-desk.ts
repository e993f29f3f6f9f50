import type { Redis } from 'ioredis';
import type { Store } from '#platform/database/store.ts';
import { groupCalls, QueueFull } from '#platform/database/group-calls.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { createAttemptRedis } from '../attempt-redis.ts';
import type { Tables } from '../data/tables.ts';
import { transactReservations } from '../settle-commands.ts';
import {
  askSale,
  findPlaces,
  leaveQueue,
  loadSale,
  syncSale,
  type AskedClaim,
  type BecameOf,
  type SaleLimits,
  type ScriptAnswer,
} from './data/sale-copy.ts';
import type { ClaimDecision } from './domain/decide-claims.ts';
import type { FlashOrder } from './domain/flash-orders.ts';
import type { FlashSale } from './domain/flash-sale.ts';
import type { FlashMetrics } from './flash-metrics.ts';
import { createQueueTeller } from './queue-teller.ts';
import { settleClaims, type ClaimClock } from './settle-claims.ts';

export type ClaimAnswer =
  | ClaimDecision
  | { answer: 'QUEUED'; orderId: string; position: number; waitMs: number }
  | { answer: 'RATE_LIMITED' | 'BUSY'; waitMs: number };

/** Redis admits, PostgreSQL decides; without Redis PostgreSQL does both. */
export interface FlashDesk {
  /** One answer a claim, in their order. Asking again for the same key changes nothing. */
  claim: (claims: readonly AskedClaim[]) => Promise<ClaimAnswer[]>;
  /** Where orders stand in the queue; undefined for those that do not wait. */
  places: (
    places: readonly { saleId: string; orderId: string }[],
  ) => Promise<({ position: number; waitMs: number } | undefined)[]>;
  /** Gives up places in the queue, and the units that were promised with them; orders that do not wait stay as they are. */
  leave: (places: readonly { saleId: string; orderId: string }[]) => Promise<void>;
  /** After a commit: sales as they are now, and orders whose units were sold or given back. */
  changed: (sales: readonly FlashSale[], orders?: readonly FlashOrder[]) => Promise<void>;
}

export interface FlashDeskOptions extends ClaimClock {
  store: Store<Tables>;
  redis: Redis;
  limits: SaleLimits;
  log: Log;
  metrics: FlashMetrics;
  /** Tells those who follow a sale. */
  publish: (saleId: string) => Promise<void>;
}

/** Claims that PostgreSQL decides in one transaction. */
const GROUP_SIZE = 500;
/** Claims that wait for PostgreSQL in this process; when Redis is away, all of them come here. */
const MAX_WAITING = 5_000;
const TRY_AGAIN_MS = 2_000;

export function createFlashDesk(options: FlashDeskOptions): FlashDesk {
  const { store, redis, limits, log, metrics, publish, now } = options;
  const attempt = createAttemptRedis((call, error) => {
    metrics.failed(call);
    log.debug({ call, err: error }, 'flash sales do without Redis');
  });
  const tellOfQueue = createQueueTeller(now, async (id) => {
    await attempt('publish', () => publish(id));
  });
  const inGroups = groupCalls({ maxItems: GROUP_SIZE, maxWaiting: MAX_WAITING }, decideGroup);

  const desk: FlashDesk = {
    async claim(claims) {
      const bySale = Map.groupBy(claims.entries(), ([, { saleId }]) => saleId);
      const answers: ClaimAnswer[] = [];
      await Promise.all(
        Array.from(bySale, async ([saleId, ofSale]) => {
          const asked = ofSale.map(([, claim]) => claim);
          const said = await askKnown(saleId, asked);
          await Promise.all(
            ofSale.map(async ([index, claim], at) => {
              answers[index] = await answerTo(claim, said === 'UNKNOWN_SALE' ? said : said?.[at]);
            }),
          );
          if (ofSale.some(([index]) => answers[index]?.answer === 'QUEUED')) tellOfQueue(saleId);
        }),
      );
      metrics.answered(answers);
      return answers;
    },

    async places(places) {
      return (
        (await attempt('places', () => findPlaces(redis, places, now().getTime()))) ??
        places.map(() => undefined)
      );
    },

    async leave(places) {
      const bySale = Map.groupBy(places, ({ saleId }) => saleId);
      await Promise.all(
        Array.from(bySale, async ([saleId, ofSale]) => {
          const orderIds = ofSale.map(({ orderId }) => orderId);
          const left = await attempt('leave', () => leaveQueue(redis, saleId, orderIds));
          if (left !== undefined && left > 0) tellOfQueue(saleId);
        }),
      );
    },

    async changed(sales, orders = []) {
      const bySale = Map.groupBy(orders, ({ saleId }) => saleId);
      await tell(
        sales,
        (id) => bySale.get(id)?.map((it) => [it.orderId, it.isSold ? 'S' : 'R']) ?? [],
      );
    },
  };
  return desk;

  /** Undefined when Redis does not answer: then PostgreSQL decides all of them. */
  async function askKnown(
    saleId: string,
    claims: readonly AskedClaim[],
  ): Promise<ScriptAnswer[] | 'UNKNOWN_SALE' | undefined> {
    return attempt('claim', async () => {
      const ask = () => askSale(redis, saleId, claims, limits, now().getTime());
      const known = await ask();
      if (known !== undefined) return known;
      return (await loadSale(redis, store.db, saleId)) === undefined ? 'UNKNOWN_SALE' : ask();
    });
  }

  function answerTo(
    claim: AskedClaim,
    said: ScriptAnswer | 'UNKNOWN_SALE' | undefined,
  ): ClaimAnswer | Promise<ClaimAnswer> {
    if (said === undefined) return decide(claim);
    if (said === 'UNKNOWN_SALE') return { answer: said };
    const { answer, orderId, first, second } = said;
    switch (answer) {
      case 'ADMITTED':
        return decide({ ...claim, orderId });
      case 'CLAIMED':
        return { answer, orderId };
      case 'QUEUED':
        return { answer, orderId, position: first, waitMs: second };
      case 'SOLD_OUT':
      case 'LIMIT_REACHED':
        return { answer, units: first };
      case 'NOT_STARTED':
        return { answer, startsAt: new Date(first) };
      case 'RATE_LIMITED':
      case 'BUSY':
        return { answer, waitMs: second };
      case 'ENDED':
      case 'CONFLICT':
        return { answer };
    }
  }

  async function decide(claim: AskedClaim): Promise<ClaimAnswer> {
    try {
      return await inGroups(claim);
    } catch (error) {
      if (error instanceof QueueFull) return { answer: 'BUSY', waitMs: TRY_AGAIN_MS };
      throw error;
    }
  }

  async function decideGroup(claims: readonly AskedClaim[]): Promise<readonly ClaimAnswer[]> {
    const { decisions, sales } = await transactReservations(store, (tx) =>
      settleClaims(tx, claims, options),
    );
    const bySale = Map.groupBy(claims.entries(), ([, { saleId }]) => saleId);
    await tell(sales, (id) =>
      (bySale.get(id) ?? []).flatMap(([index, claim]) => becameOf(claim, decisions[index])),
    );
    return decisions;
  }

  async function tell(sales: readonly FlashSale[], ordersOf: (saleId: string) => BecameOf[]) {
    await Promise.all(
      sales.map(async (sale) => {
        await attempt('sync', () => syncSale(redis, sale, ordersOf(sale.id)));
        await attempt('publish', () => publish(sale.id));
      }),
    );
  }
}

/** A key that belongs to an order already leaves the id that was asked for without a claim. */
function becameOf({ orderId }: AskedClaim, decision: ClaimDecision | undefined): BecameOf[] {
  if (decision?.answer !== 'CLAIMED') return [[orderId, 'R']];
  return decision.orderId === orderId ? [[orderId, 'H']] : [[orderId, 'R']];
}
