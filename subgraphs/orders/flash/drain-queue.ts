import type { Store } from '#platform/database/store.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { listWaiting, listWaitingSales, refuseWaiting } from '../data/flash-request.repository.ts';
import type { Tables } from '../data/tables.ts';
import type { FlashDesk } from './flash-desk.ts';
import type { FlashOutcome, FlashRefusal, FlashRequest } from './flash-request.ts';

/** Purchases that are asked for at once. */
const PAGE = 200;
/** Pages of one sale in one run; the next run goes on. */
const MAX_PAGES = 50;
/** Sales in one run. */
const MAX_SALES = 100;

export interface DrainOptions {
  store: Store<Tables>;
  desk: Pick<FlashDesk, 'buyInTurn'>;
  log: Log;
  now: () => Date;
  /** Tells those who wait in a sale that the queue has moved. */
  publish: (saleId: string) => Promise<void>;
}

/**
 * Asks for those who wait whether their turn has come, in the order of arrival, until one must wait on; answers how
 * many got an end. Inventory knows each by its key, so a run that ends in the middle, or runs twice, does no harm.
 */
export async function drainQueues(options: DrainOptions): Promise<number> {
  const { store, publish } = options;
  const saleIds = await listWaitingSales(store.db, MAX_SALES);
  const ended = await Promise.all(
    saleIds.map(async (saleId) => {
      const count = await drainQueue(options, saleId);
      if (count > 0) await publish(saleId);
      return count;
    }),
  );
  return ended.reduce((sum, count) => sum + count, 0);
}

async function drainQueue(options: DrainOptions, saleId: string): Promise<number> {
  const { store, now } = options;
  let ended = 0;
  let after: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const waiting = await listWaiting(store.db, { saleId, after, limit: PAGE });
    const outcomes = await askInTurn(options, waiting);
    const refused = waiting.flatMap(({ orderId }, index) => {
      const refusal = refusalOf(outcomes[index]);
      return refusal === undefined ? [] : [{ orderId, refusal }];
    });
    await refuseWaiting(store.db, refused, now());
    const placed = outcomes.filter((outcome) => outcome?.kind === 'PLACED').length;
    ended += placed + refused.length;
    if (waiting.length < PAGE || placed + refused.length < waiting.length) return ended;
    after = waiting.at(-1)?.orderId;
  }
  return ended;
}

/** Undefined where the question failed: it is asked again by the next run. */
function askInTurn(
  { desk, log }: DrainOptions,
  waiting: readonly FlashRequest[],
): Promise<(FlashOutcome | undefined)[]> {
  return Promise.all(
    waiting.map(async (request) => {
      try {
        return await desk.buyInTurn(request);
      } catch (error) {
        log.warn({ orderId: request.orderId, err: error }, 'a flash order waits on');
        return undefined;
      }
    }),
  );
}

/** What has no way to an order any more. */
function refusalOf(outcome: FlashOutcome | undefined): FlashRefusal | undefined {
  switch (outcome?.kind) {
    case 'REFUSED':
      return outcome.refusal;
    case 'CONFLICT':
    case 'LAPSED':
    case 'UNKNOWN_SALE':
      return { answer: 'ENDED' };
    default:
      return undefined;
  }
}
