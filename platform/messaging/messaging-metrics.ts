import type { Consumption } from '../bus/bus.ts';
import { gauge, type Metrics } from '../telemetry/metrics.ts';
import type { OutboxRelay } from './outbox-relay.ts';

/** The consumers whose lag a registry shows. */
const watched = new WeakMap<Metrics, Map<string, Consumption>>();

/** `bus_consumer_lag{group,topic}`: events published and not yet handled, read when somebody asks. */
export function watchConsumerLag(metrics: Metrics, group: string, consumption: Consumption): void {
  const consumers = watched.get(metrics) ?? new Map<string, Consumption>();
  watched.set(metrics, consumers);
  consumers.set(group, consumption);

  gauge(metrics, {
    name: 'bus_consumer_lag',
    help: 'events published and not yet handled',
    labelNames: ['group', 'topic'],
    async collect() {
      await Promise.all(
        Array.from(consumers, async ([name, consumer]) => {
          // A broker that does not answer leaves the last known number.
          const lag = await consumer.lag().catch(() => ({}));
          for (const [topic, events] of Object.entries(lag)) {
            this.set({ group: name, topic }, events);
          }
        }),
      );
    },
  });
}

const relays = new WeakMap<Metrics, Map<string, OutboxRelay>>();

/** `outbox_pending{subgraph}`: events that are committed and not published yet. */
export function watchOutbox(metrics: Metrics, subgraph: string, relay: OutboxRelay): void {
  const watchedRelays = relays.get(metrics) ?? new Map<string, OutboxRelay>();
  relays.set(metrics, watchedRelays);
  watchedRelays.set(subgraph, relay);

  gauge(metrics, {
    name: 'outbox_pending',
    help: 'events that are committed and not published yet',
    labelNames: ['subgraph'],
    async collect() {
      await Promise.all(
        Array.from(watchedRelays, async ([name, each]) => {
          const pending = await each.pending().catch(() => undefined);
          if (pending !== undefined) this.set({ subgraph: name }, pending);
        }),
      );
    },
  });
}
