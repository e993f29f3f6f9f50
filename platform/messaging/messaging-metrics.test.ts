import { createMetrics } from '../telemetry/metrics.ts';
import { watchConsumerLag, watchOutbox } from './messaging-metrics.ts';

test('while the broker is away the lag is unknown and the outbox is not', async () => {
  const metrics = createMetrics();
  let broker = Promise.resolve({ orders: 4, payments: 0 });
  watchConsumerLag(metrics, 'saga', { lag: () => broker });
  watchOutbox(metrics, 'orders', { pending: () => Promise.resolve(9) });
  const read = async () =>
    (await metrics.metrics()).split('\n').filter((line) => /^(bus|outbox|metrics)_/.test(line));

  expect(await read()).toEqual([
    'bus_consumer_lag{group="saga",topic="orders"} 4',
    'bus_consumer_lag{group="saga",topic="payments"} 0',
    'outbox_pending{subgraph="orders"} 9',
  ]);
  broker = new Promise(() => undefined);
  expect(await read()).toEqual([
    'metrics_unknown{metric="bus_consumer_lag"} 1',
    'outbox_pending{subgraph="orders"} 9',
  ]);
});
