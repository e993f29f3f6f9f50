import type { Log } from '#platform/telemetry/log.ts';
import { counter, type Metrics } from '#platform/telemetry/metrics.ts';
import { createAttemptRedis } from './attempt-redis.ts';
import {
  admitOrders,
  syncStock,
  withdrawOrders,
  type AdmissionOptions,
  type SettledOrder,
} from './data/admission.ts';
import type { ProductStock } from './data/product-stock.repository.ts';
import type { AdmissionAnswer, AdmissionRequest } from './domain/admission.ts';

/**
 * Says no to orders that would find nothing, before they are placed. It may say yes too often, never for long and
 * never without PostgreSQL deciding; so when Redis does not answer, it says yes.
 */
export interface AdmissionDesk {
  admit: (requests: readonly AdmissionRequest[]) => Promise<AdmissionAnswer[]>;
  withdraw: (orderIds: readonly string[]) => Promise<void>;
  /** After a commit. A failure is left to the reconciler. */
  sync: (stock: readonly ProductStock[], settled: readonly SettledOrder[]) => Promise<void>;
}

export interface AdmissionDeskOptions extends AdmissionOptions {
  log: Log;
  metrics: Metrics;
}

export function createAdmissionDesk(options: AdmissionDeskOptions): AdmissionDesk {
  const { redis, log, metrics } = options;
  const answersTotal = counter(metrics, {
    name: 'inventory_admissions_total',
    help: 'Orders by what admission said: admitted, refused, unchecked (Redis did not answer)',
    labelNames: ['answer'],
  });
  const failuresTotal = counter(metrics, {
    name: 'inventory_admission_failures_total',
    help: 'Calls of Redis that failed, by what they were for; the reconciler mends what they left',
    labelNames: ['call'],
  });
  const attempt = createAttemptRedis((call, error) => {
    failuresTotal.inc({ call });
    log.debug({ call, err: error }, 'admission does without Redis');
  });

  return {
    async admit(requests) {
      const answers = await attempt('admit', () => admitOrders(options, requests));
      if (answers === undefined) {
        answersTotal.inc({ answer: 'unchecked' }, requests.length);
        return requests.map(({ orderId }) => ({ orderId, isAdmitted: true, missing: [] }));
      }
      const admitted = answers.filter(({ isAdmitted }) => isAdmitted).length;
      answersTotal.inc({ answer: 'admitted' }, admitted);
      answersTotal.inc({ answer: 'refused' }, answers.length - admitted);
      return answers;
    },

    withdraw: async (orderIds) => {
      await attempt('withdraw', () => withdrawOrders(redis, orderIds));
    },

    sync: async (stock, settled) => {
      if (stock.length === 0 && settled.length === 0) return;
      await attempt('sync', () => syncStock(redis, stock, settled));
    },
  };
}
