import { defineSubgraph } from '#platform/subgraph/definition.ts';
import { createAdmissionDesk } from './admission-desk.ts';
import { createContext } from './context.ts';
import type { SettledOrder } from './data/admission.ts';
import type { ProductStock } from './data/product-stock.repository.ts';
import type { Tables } from './data/tables.ts';
import { createOrderEventsConsumer } from './events/order-events.handler.ts';
import { createSaleReader } from './flash-sale/data/sale.loaders.ts';
import { createFlashSales } from './flash-sale/flash-sales.ts';
import { createReconciler } from './jobs/reconcile-stock.ts';
import { releaseExpired } from './jobs/release-expired.ts';
import { resolvers } from './resolvers.ts';
import { NOTHING_SETTLED, type Settlement } from './settle-commands.ts';
import { inventorySettings } from './settings.ts';
import { createStockMetrics } from './stock-metrics.ts';

export const inventorySubgraph = defineSubgraph<Tables, typeof inventorySettings>({
  name: 'inventory',
  directory: new URL('./', import.meta.url),
  settings: inventorySettings,

  create({ settings, store, redis, live, log, metrics, now, newId }) {
    const { db } = store;
    const admissionMs = settings.ADMISSION_MS;
    const desk = createAdmissionDesk({ redis, db, now, admissionMs, log, metrics });
    const stockMetrics = createStockMetrics(metrics, db);
    const reconcile = createReconciler({ db, redis, log, metrics, now });
    const settling = { store, now, newId, holdMs: settings.RESERVATION_HOLD_MS };

    const flash = createFlashSales({
      ...settling,
      redis,
      live,
      log,
      metrics,
      stockChanged: (stock) => stockChanged(stock),
      warmMs: settings.FLASH_WARM_MS,
      limits: {
        claimMs: admissionMs,
        inFlightMs: settings.FLASH_IN_FLIGHT_MS,
        maxInFlight: settings.FLASH_MAX_IN_FLIGHT,
        maxQueue: settings.FLASH_MAX_QUEUE,
        maxAttempts: settings.FLASH_ATTEMPTS_PER_MINUTE,
        windowMs: 60_000,
      },
    });
    const flashReader = createSaleReader({ db, redis, now });

    const stockChanged = (stock: readonly ProductStock[]) =>
      afterCommit({ ...NOTHING_SETTLED, stock });
    async function afterCommit(
      { answers, stock, sales, flashOrders }: Settlement,
      settled: readonly SettledOrder[] = [],
    ): Promise<void> {
      stockMetrics.answered(answers);
      stockMetrics.changed(stock);
      await desk.sync(stock, settled);
      if (sales.length > 0) await flash.changed(sales, flashOrders);
    }

    return {
      resolvers,
      createContext: (scope) =>
        createContext({ store, desk, flash, flashReader, live, stockChanged, now, newId }, scope),
      consumers: [createOrderEventsConsumer({ ...settling, afterCommit })],
      jobs: [
        {
          name: 'inventory.release-expired',
          everyMs: settings.EXPIRY_TICK_MS,
          run: () => releaseExpired({ ...settling, afterCommit }),
        },
        { name: 'inventory.reconcile-stock', cron: '* * * * *', run: reconcile },
        ...flash.jobs,
      ],

      async start() {
        try {
          await reconcile();
        } catch (error) {
          // Without Redis orders are taken all the same; the next run finds what is wrong.
          log.warn({ err: error }, 'could not compare Redis with PostgreSQL at start');
        }
      },
    };
  },
});
