import type { Redis } from 'ioredis';
import { counter, gauge, type Metrics } from '#platform/telemetry/metrics.ts';
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
  const shown = () => listCurrentSales(db, now(), MAX_SALES_SHOWN).catch(() => undefined);
  gauge(metrics, {
    name: 'inventory_flash_units_left',
    help: `Units left of the ${MAX_SALES_SHOWN} flash sales that run or come next`,
    labelNames: ['sale_id'],
    async collect() {
      const sales = await shown();
      if (sales === undefined) return;
      this.reset();
      for (const { id, available } of sales) this.set({ sale_id: id }, available);
    },
  });
  gauge(metrics, {
    name: 'inventory_flash_queue_length',
    help: `Purchases that wait in the ${MAX_SALES_SHOWN} flash sales that run or come next`,
    labelNames: ['sale_id'],
    async collect() {
      const sales = (await shown()) ?? [];
      const lengths = await Promise.all(sales.map(({ id }) => countQueue(redis, id))).catch(
        () => undefined,
      );
      if (lengths === undefined) return;
      this.reset();
      for (const [index, { id }] of sales.entries()) this.set({ sale_id: id }, lengths[index] ?? 0);
    },
  });

  return {
    answered(answers) {
      for (const { answer } of answers) claims.inc({ answer: answer.toLowerCase() });
    },
    failed: (call) => failures.inc({ call }),
  };
}
