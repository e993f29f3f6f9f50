import { LRUCache } from 'lru-cache';
import { askedGauge } from '#platform/telemetry/asked-gauge.ts';
import { counter, type Metrics } from '#platform/telemetry/metrics.ts';
import { findProductStock, type ProductStock } from './data/product-stock.repository.ts';
import type { Db } from './data/tables.ts';
import type { ReservationAnswer } from './domain/reservation.ts';

/** A series a product would not end: only the products whose stock this process changed last are shown. */
const MAX_PRODUCTS_SHOWN = 1_000;

export interface StockMetrics {
  answered: (answers: readonly ReservationAnswer[]) => void;
  changed: (stock: readonly ProductStock[]) => void;
}

export function createStockMetrics(metrics: Metrics, db: Db): StockMetrics {
  const shown = new LRUCache<string, true>({ max: MAX_PRODUCTS_SHOWN });
  const answersTotal = counter(metrics, {
    name: 'inventory_answers_total',
    help: 'Answers to orders by type: reserved, failed, released, committed',
    labelNames: ['answer'],
  });
  askedGauge(metrics, {
    name: 'inventory_available',
    help: `Free units of the ${MAX_PRODUCTS_SHOWN} products that this process changed last`,
    labelNames: ['product_id'],
  }).ask('stock', async () => {
    // The number of now, whichever process has changed it since.
    const stock = await findProductStock(db, Array.from(shown.keys()));
    return stock.map(({ productId, available }) => ({
      labels: { product_id: productId },
      value: available,
    }));
  });

  return {
    answered(answers) {
      for (const { type } of answers) answersTotal.inc({ answer: type.replace('inventory.', '') });
    },
    changed(stock) {
      for (const { productId } of stock) shown.set(productId, true);
    },
  };
}
