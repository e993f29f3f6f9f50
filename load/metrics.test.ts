import { sumMetrics } from './metrics.ts';

const ORDERS = `# HELP bus_consumer_lag events
bus_consumer_lag{group="orders.saga",topic="payment-events"} 3
bus_consumer_lag{group="orders.saga",topic="inventory-events"} 4
bus_consumer_lag{group="orders.live",topic="order-events"} 5
outbox_pending{subgraph="orders"} 2
orders_total{status="CONFIRMED",type="shop"} 7
orders_total{status="CONFIRMED",type="flash"} 1
process_cpu_seconds_total 1.5
process_resident_memory_bytes 1000
`;
const INVENTORY = `outbox_pending{subgraph="inventory"} 1
process_cpu_seconds_total 0.5
process_resident_memory_bytes 500
`;

test('adds up what the processes say; the lag is that of the group that is furthest behind', () => {
  expect(sumMetrics([ORDERS, INVENTORY, undefined])).toEqual({
    lag: 7,
    lagOf: 'orders.saga',
    outbox: 3,
    orders: { CONFIRMED: 8 },
    cpuSeconds: 2,
    residentBytes: 1_500,
    missing: 1,
  });
});

test('replicas of one part tell of the same lag, which counts once', () => {
  const later = ORDERS.replace('"payment-events"} 3', '"payment-events"} 6');

  expect(sumMetrics([ORDERS, later])).toMatchObject({ lag: 10, lagOf: 'orders.saga' });
});

test('where nobody is behind no group is named', () => {
  expect(sumMetrics(['bus_consumer_lag{group="a",topic="b"} 0\n'])).toMatchObject({
    lag: 0,
    lagOf: '',
  });
});

test('a process that does not know its lag is not one without', () => {
  const unsure = 'outbox_pending{subgraph="a"} 0\nmetrics_unknown{metric="bus_consumer_lag"} 2\n';
  const sure = 'bus_consumer_lag{group="a",topic="b"} 0\n';
  const other = 'metrics_unknown{metric="inventory_available"} 1\n';

  expect(sumMetrics([unsure, sure, other])).toMatchObject({ lag: 0, outbox: 0, missing: 1 });
});
