import type { Store } from '#platform/database/store.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import type { Log } from '#platform/telemetry/log.ts';
import { purgeCommands } from '../data/order-command.repository.ts';
import { purgeCheckoutRequests } from '../data/checkout-request.repository.ts';
import type { Tables } from '../data/tables.ts';
import type { OrderMetrics } from '../metrics.ts';
import type { ProgressRules } from '../saga/progress-orders.ts';
import { sweepOrders } from '../saga/sweep-orders.ts';
import type { TellSteps } from '../saga/tell-steps.ts';
import type { GiveWay } from '../shipping/give-way.ts';
import { moveParcels, type ParcelRules } from '../shipping/move-parcels.ts';

const MOVE_EVERY_MS = 100;
const SWEEP_EVERY_MS = 1_000;
/** Orders in one run of the sweeper. */
const SWEEP_SIZE = 200;
/** Keys in one statement, and statements in one run. */
const PURGE_SIZE = 5_000;
const MAX_PURGES = 100;

export interface JobParts {
  store: Store<Tables>;
  rules: ProgressRules;
  parcels: ParcelRules;
  giveWay: GiveWay;
  tellSteps: TellSteps;
  metrics: OrderMetrics;
  log: Log;
}

export function createOrderJobs(parts: JobParts): Job[] {
  const { store, rules, parcels, giveWay, tellSteps, metrics, log } = parts;
  return [
    {
      name: 'orders.move-parcels',
      everyMs: MOVE_EVERY_MS,
      async run() {
        if (await giveWay.mayMove()) await moveParcels(store, parcels, tellSteps);
      },
    },
    {
      name: 'orders.sweep',
      everyMs: SWEEP_EVERY_MS,
      async run() {
        // Parcels that are held back have not lost their way.
        const withParcels = !(await giveWay.isCrowded());
        const { announced, steps } = await store.transact((tx) =>
          sweepOrders(tx, { limit: SWEEP_SIZE, withParcels }, rules),
        );
        metrics.moved(steps);
        if (announced > 0) metrics.swept('announced', announced);
        if (steps.length > 0) metrics.swept('given_up', steps.length);
        if (announced + steps.length > 0) {
          log.info({ announced, givenUp: steps.length }, 'orders had not moved');
        }
      },
    },
    {
      name: 'orders.purge',
      cron: '17 * * * *',
      run: () => purgeOldKeys(store, rules.now()),
    },
  ];
}

async function purgeOldKeys({ db }: Store<Tables>, now: Date): Promise<void> {
  for (const purge of [purgeCheckoutRequests, purgeCommands]) {
    for (let round = 0; round < MAX_PURGES; round++) {
      if ((await purge(db, now, PURGE_SIZE)) < PURGE_SIZE) break;
    }
  }
}
