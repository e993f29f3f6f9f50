import { EventEmitter } from 'node:events';
import type { Admin, Kafka } from 'kafkajs';
import { silentLog } from '#platform/telemetry/log.ts';
import { until } from '../testing/events.ts';
import { runKafkaConsumer } from './consumer.ts';

const CRASH = 'consumer.crash';

/** Consumers of a broker that refuses to run those of these places. */
function brokerOf({ refused = [] as readonly number[] } = {}) {
  const consumers: { state: 'NEW' | 'RUNNING' | 'ENDED'; events: EventEmitter }[] = [];
  const kafka = {
    consumer() {
      const consumer = { state: 'NEW' as 'NEW' | 'RUNNING' | 'ENDED', events: new EventEmitter() };
      const place = consumers.push(consumer) - 1;
      return {
        events: { CRASH },
        on: (name: string, listener: (event: object) => void) => consumer.events.on(name, listener),
        connect: () => Promise.resolve(),
        subscribe: () => Promise.resolve(),
        run() {
          if (refused.includes(place)) return Promise.reject(new Error('no broker'));
          consumer.state = 'RUNNING';
          return Promise.resolve();
        },
        disconnect() {
          consumer.state = 'ENDED';
          return Promise.resolve();
        },
      };
    },
  };
  return {
    kafka: kafka as unknown as Kafka,
    states: () => consumers.map(({ state }) => state),
    /** As kafkajs does it: it ends by itself, and says whether it begins again by itself, too. */
    crash(place: number, restart: boolean) {
      const consumer = consumers[place];
      if (consumer === undefined) throw new Error(`there is no consumer ${place}`);
      consumer.state = 'ENDED';
      consumer.events.emit(CRASH, { payload: { error: new Error('odd'), restart } });
    },
  };
}

const consume = (kafka: Kafka) =>
  runKafkaConsumer({
    kafka,
    admin: () => Promise.resolve({} as Admin),
    consume: { group: 'readers', topics: ['news'], batchSize: 10, handle: () => Promise.resolve() },
    partitions: 1,
    sessionTimeoutMs: 10_000,
    backoff: { firstMs: 1, maxMs: 5 },
    log: silentLog,
  });

test('a consumer that ends for good is begun again, however often that fails', async () => {
  const broker = brokerOf({ refused: [1, 2] });
  const consumption = await consume(broker.kafka);

  broker.crash(0, false);
  await until(() => broker.states().join(' ') === 'ENDED ENDED ENDED RUNNING');
  broker.crash(3, false);
  await until(() => broker.states().length === 5 && broker.states()[4] === 'RUNNING');

  await consumption.stop();
  expect(broker.states().at(-1)).toBe('ENDED');
});

test('one that begins again by itself is left to it, and none begins while it stops', async () => {
  const broker = brokerOf();
  const consumption = await consume(broker.kafka);

  broker.crash(0, true);
  const stopped = consumption.stop();
  broker.crash(0, false);
  await stopped;

  expect(broker.states()).toEqual(['ENDED']);
});
