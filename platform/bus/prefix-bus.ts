import type { Bus } from './bus.ts';

/** A bus whose topics and groups have a prefix on the broker, so that several systems can share one. */
export function prefixBus(bus: Bus, prefix: string): Bus {
  const without = (name: string) => name.slice(prefix.length);
  const withoutAll = (lag: Record<string, number>) =>
    Object.fromEntries(Object.entries(lag).map(([topic, events]) => [without(topic), events]));
  return {
    epoch: () => bus.epoch(),
    ping: () => bus.ping(),
    close: () => bus.close(),
    publish: (messages) =>
      bus.publish(messages.map((message) => ({ ...message, topic: prefix + message.topic }))),

    async lag(group, topics) {
      const prefixed = topics.map((topic) => prefix + topic);
      return withoutAll(await bus.lag(prefix + group, prefixed));
    },

    async consume(options) {
      const consumption = await bus.consume({
        ...options,
        group: prefix + options.group,
        topics: options.topics.map((topic) => prefix + topic),
        handle: (batch) =>
          options.handle(
            batch.map((delivery) => ({ ...delivery, topic: without(delivery.topic) })),
          ),
      });
      return {
        stop: () => consumption.stop(),
        lag: async () => withoutAll(await consumption.lag()),
      };
    },
  };
}
