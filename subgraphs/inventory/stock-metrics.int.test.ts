import { v7 as newId } from 'uuid';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { createStockMetrics } from './stock-metrics.ts';
import { openShop, orderEvent } from './testing/shop.ts';

test('shows the free units of changed products as they are when somebody looks', async () => {
  await using shop = await openShop();
  const mug = await shop.product(5);
  const metrics = createMetrics();
  const stockMetrics = createStockMetrics(metrics, shop.db);
  const read = () => metrics.getSingleMetricAsString('inventory_available');

  expect(await read()).not.toContain(mug);
  stockMetrics.changed([{ productId: mug, available: 5, version: 2 }]);
  expect(await read()).toContain(`inventory_available{product_id="${mug}"} 5`);
  await shop.handle([orderEvent('order.created', newId(), [{ productId: mug, quantity: 2 }])]);
  expect(await read()).toContain(`inventory_available{product_id="${mug}"} 3`);
});

test('counts answers by type', async () => {
  await using shop = await openShop();
  const metrics = createMetrics();

  createStockMetrics(metrics, shop.db).answered([
    { type: 'inventory.committed', orderId: newId() },
    { type: 'inventory.failed', orderId: newId(), missing: [] },
    { type: 'inventory.failed', orderId: newId(), missing: [] },
  ]);

  const text = await metrics.getSingleMetricAsString('inventory_answers_total');
  expect(text).toContain('inventory_answers_total{answer="failed"} 2');
  expect(text).toContain('inventory_answers_total{answer="committed"} 1');
});
