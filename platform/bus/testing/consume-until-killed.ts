/**
 * A consumer in a process of its own, for tests that kill it. Prints `start <n>` when it takes an event and
 * `done <n>` when its batch is handled, which takes its time.
 *
 * Arguments: adapter (redis or kafka), its address, topic, group.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Bus } from '../bus.ts';
import { createKafkaBus } from '../kafka.bus.ts';
import { createRedisStreamsBus } from '../redis-streams.bus.ts';
import { numberOf } from './events.ts';

const [adapter = '', address = '', topic = '', group = ''] = process.argv.slice(2);
const EVENT_MS = 15;

function createBus(): Bus {
  if (adapter === 'redis') {
    return createRedisStreamsBus({ redis: () => new Redis(address), leaseMs: 600 });
  }
  return createKafkaBus({ brokers: [address], clientId: 'victim', sessionTimeoutMs: 6_000 });
}

await createBus().consume({
  group,
  topics: [topic],
  batchSize: 10,
  async handle(batch) {
    for (const { envelope } of batch) {
      process.stdout.write(`start ${numberOf(envelope)}\n`);
      await delay(EVENT_MS);
    }
    process.stdout.write(batch.map(({ envelope }) => `done ${numberOf(envelope)}\n`).join(''));
  },
});
