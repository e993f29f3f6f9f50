import type { Redis } from 'ioredis';
import type { Live } from '#platform/live/live.ts';
import type { Job } from '#platform/jobs/jobs.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import type { ProductStock } from '../data/product-stock.repository.ts';
import { settleCommands, transactReservations } from '../settle-commands.ts';
import { forgetCurrentSales } from './data/current-sales.ts';
import type { SaleLimits } from './data/sale-copy.ts';
import { lockSales, markCancelled, type NewFlashSale } from './data/sale.repository.ts';
import type { FlashSale } from './domain/flash-sale.ts';
import { createFlashDesk, type FlashDesk, type FlashDeskOptions } from './flash-desk.ts';
import { flashSaleMessage } from './flash-sale-messages.ts';
import { createFlashMetrics } from './flash-metrics.ts';
import { closeSales } from './jobs/close-sales.ts';
import { warmSales } from './jobs/warm-sales.ts';
import { publishSale } from './sale-channel.ts';
import { scheduleSale, type Scheduling } from './schedule-sale.ts';

/** What a shop does with flash sales. */
export interface FlashSales extends FlashDesk {
  schedule: (sale: NewFlashSale) => Promise<Scheduling>;
  /** Undefined when it was over before. */
  cancel: (saleId: string) => Promise<FlashSale | undefined>;
  /** Cancels claims whose orders were not placed after all. */
  release: (orderIds: readonly string[]) => Promise<void>;
  warm: () => Promise<number>;
  close: () => Promise<number>;
  jobs: Job[];
}

export interface FlashSalesOptions extends Omit<FlashDeskOptions, 'metrics' | 'publish'> {
  redis: Redis;
  live: Live;
  log: Log;
  metrics: Metrics;
  newId: () => string;
  limits: SaleLimits;
  warmMs: number;
  /** Tells whoever follows a product's stock, after the commit. */
  stockChanged: (stock: readonly ProductStock[]) => Promise<void>;
}

const CLOSE_TICK_MS = 1_000;

export function createFlashSales(options: FlashSalesOptions): FlashSales {
  const { store, redis, live, log, now, newId, stockChanged } = options;
  const metrics = createFlashMetrics(options.metrics, { db: store.db, redis, now });
  const publish = (saleId: string) => publishSale(live, saleId);
  const desk = createFlashDesk({ ...options, metrics, publish });
  const warm = () => warmSales({ ...options, publish });
  const close = () => closeSales({ ...options, publish });

  return {
    ...desk,
    warm,
    close,

    async schedule(sale) {
      const scheduling = await store.transact((tx) => scheduleSale(tx, sale, { newId }));
      if (scheduling.outcome !== 'SCHEDULED') return scheduling;
      await stockChanged(scheduling.stock);
      await prepare(() => Promise.all([forgetCurrentSales(redis), warm()]));
      return scheduling;
    },

    async cancel(saleId) {
      const sale = await store.transact(async (tx) => {
        await lockSales(tx, [saleId]);
        const cancelled = await markCancelled(tx, saleId, now());
        if (cancelled === undefined) return undefined;
        const stamp = { id: newId(), time: now().toISOString() };
        await appendToOutbox(tx, [flashSaleMessage('flash_sale.cancelled', cancelled, stamp)]);
        return cancelled;
      });
      if (sale === undefined) return undefined;
      await desk.changed([sale]);
      await prepare(() => Promise.all([forgetCurrentSales(redis), close()]));
      return sale;
    },

    async release(orderIds) {
      const commands = orderIds.map((orderId) => ({ kind: 'CANCEL', orderId }) as const);
      const { sales, flashOrders } = await transactReservations(store, (tx) =>
        settleCommands(tx, commands, options),
      );
      await desk.changed(sales, flashOrders);
    },

    jobs: [
      { name: 'inventory.warm-flash-sales', cron: '* * * * *', run: warm },
      { name: 'inventory.close-flash-sales', everyMs: CLOSE_TICK_MS, run: close },
    ],
  };

  /** What the jobs do as well, a little later. */
  async function prepare(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.warn({ err: error }, 'could not prepare for a change of flash sales: the jobs will');
    }
  }
}
