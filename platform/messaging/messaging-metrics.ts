import type { Consumption } from '../bus/bus.ts';
import { askedGauge } from '../telemetry/asked-gauge.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { OutboxRelay } from './outbox-relay.ts';

/** `bus_consumer_lag{group,topic}`: events published and not yet handled, read when somebody asks. */
export function watchConsumerLag(
  metrics: Metrics,
  group: string,
  consumption: Pick<Consumption, 'lag'>,
): void {
  askedGauge(metrics, {
    name: 'bus_consumer_lag',
    help: 'events published and not yet handled',
    labelNames: ['group', 'topic'],
  }).ask(group, async () =>
    Object.entries(await consumption.lag()).map(([topic, value]) => ({
      labels: { group, topic },
      value,
    })),
  );
}

/** `outbox_pending{subgraph}`: events that are committed and not published yet. */
export function watchOutbox(
  metrics: Metrics,
  subgraph: string,
  relay: Pick<OutboxRelay, 'pending'>,
): void {
  askedGauge(metrics, {
    name: 'outbox_pending',
    help: 'events that are committed and not published yet',
    labelNames: ['subgraph'],
  }).ask(subgraph, async () => [{ labels: { subgraph }, value: await relay.pending() }]);
}
