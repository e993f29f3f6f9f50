import type { Live } from '#platform/live/live.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import type { GraphClient } from '#platform/subgraph/graph-client.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { purgeFlashRequests } from '../data/flash-request.repository.ts';
import { drainQueues } from './drain-queue.ts';
import { createFlashClaims } from './flash-claims.ts';
import { createFlashDesk, type FlashDesk, type FlashDeskOptions } from './flash-desk.ts';
import { publishQueue } from './queue-channel.ts';

/** What orders does with flash sales. */
export interface FlashOrders extends Pick<FlashDesk, 'buy' | 'follow'> {
  jobs: Job[];
}

export interface FlashOrdersOptions extends Omit<FlashDeskOptions, 'claims'> {
  graph: GraphClient;
  live: Live;
  log: Log;
  drainMs: number;
  /** A new order, and how long its buyer waited for the answer; undefined when it came from the queue. */
  onPlaced: (seconds: number | undefined) => void;
}

/** Keys in one statement, and statements in one run. */
const PURGE_SIZE = 5_000;
const MAX_PURGES = 100;

export function createFlashOrders(options: FlashOrdersOptions): FlashOrders {
  const { store, graph, live, log, now, drainMs, onPlaced } = options;
  const { buy, buyInTurn, follow } = createFlashDesk({
    ...options,
    claims: createFlashClaims(graph),
  });
  const desk: Pick<FlashDesk, 'buyInTurn'> = {
    async buyInTurn(request) {
      const outcome = await buyInTurn(request);
      if (outcome.kind === 'PLACED' && outcome.isNew) onPlaced(undefined);
      return outcome;
    },
  };

  return {
    follow,
    async buy(purchase) {
      const startedAt = performance.now();
      const outcome = await buy(purchase);
      if (outcome.kind === 'PLACED' && outcome.isNew) {
        onPlaced((performance.now() - startedAt) / 1000);
      }
      return outcome;
    },
    jobs: [
      {
        name: 'orders.drain-flash-queues',
        everyMs: drainMs,
        run: () =>
          drainQueues({ store, desk, log, now, publish: (saleId) => publishQueue(live, saleId) }),
      },
      {
        name: 'orders.purge-flash-requests',
        cron: '27 * * * *',
        async run() {
          for (let purge = 0; purge < MAX_PURGES; purge++) {
            if ((await purgeFlashRequests(store.db, now(), PURGE_SIZE)) < PURGE_SIZE) return;
          }
        },
      },
    ],
  };
}
