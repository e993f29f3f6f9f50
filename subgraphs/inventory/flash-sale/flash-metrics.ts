import type { Redis } from 'ioredis';
import { askedGauge } from '#platform/telemetry/asked-gauge.ts';
import { counter, type Metrics } from '#platform/telemetry/metrics.ts';
import type { Db } from '../data/tables.ts';
import { listCurrentSales } from './data/list-sales.ts';
import { countQueue } from './data/sale-copy.ts';

export interface FlashMetrics {
  answered: (answers: readonly { answer: string }[]) => void;
  failed: (call: string) => void;
}

/** A series a sale: those that run or come next. */
const MAX_SALES_SHOWN = 50;

export function createFlashMetrics(
  metrics: Metrics,
  { db, redis, now }: { db: Db; redis: Redis; now: () => Date },
): FlashMetrics {
  const claims = counter(metrics, {
    name: 'inventory_flash_claims_total',
    help: 'Claims of flash sales by answer',
    labelNames: ['answer'],
  });
  const failures = counter(metrics, {
    name: 'inventory_flash_failures_total',
    help: 'Calls of Redis that failed, by what they were for; PostgreSQL decides without them',
    labelNames: ['call'],
  });
  const shown = () => listCurrentSales(db, now(), MAX_SALES_SHOWN);
  askedGauge(metrics, {
    name: 'inventory_flash_units_left',
    help: `Units left of the ${MAX_SALES_SHOWN} flash sales that run or come next`,
    labelNames: ['sale_id'],
  }).ask('sales', async () =>
    (await shown()).map(({ id, available }) => ({ labels: { sale_id: id }, value: available })),
  );
  askedGauge(metrics, {
    name: 'inventory_flash_queue_length',
    help: `Purchases that wait in the ${MAX_SALES_SHOWN} flash sales that run or come next`,
    labelNames: ['sale_id'],
  }).ask('queues', async () =>
    Promise.all(
      (await shown()).map(async ({ id }) => ({
        labels: { sale_id: id },
        value: await countQueue(redis, id, now().getTime()),
      })),
    ),
  );

  return {
    answered(answers) {
      for (const { answer } of answers) claims.inc({ answer: answer.toLowerCase() });
    },
    failed: (call) => failures.inc({ call }),
  };
}
