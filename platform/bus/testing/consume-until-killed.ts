/**
 * A consumer in a process of its own, for tests that kill it. Prints `start <n>` when it takes an event and
 * `done <n>` when its batch is handled. After some batches it takes events and never finishes them.
 *
 * Arguments: adapter (redis or kafka), its address, topic, group; on Kafka a file for the names of members and the
 * length of a session (ms), too, if wanted.
 */
import { Redis } from 'ioredis';
import type { Bus } from '../bus.ts';
import { createKafkaBus } from '../kafka.bus.ts';
import { createRedisStreamsBus } from '../redis-streams.bus.ts';
import { numberOf } from './events.ts';

const [adapter = '', address = '', topic = '', group = '', membersFile, session = '6000'] =
  process.argv.slice(2);
const FINISHED_EVENTS = 40;
const never = new Promise<never>(() => undefined);
let finished = 0;

function createBus(): Bus {
  if (adapter === 'redis') {
    return createRedisStreamsBus({ redis: () => new Redis(address), leaseMs: 600 });
  }
  return createKafkaBus({
    brokers: [address],
    clientId: 'victim',
    sessionTimeoutMs: Number(session),
    membersFile,
  });
}

await createBus().consume({
  group,
  topics: [topic],
  batchSize: 10,
  async handle(batch) {
    for (const { envelope } of batch) {
      process.stdout.write(`start ${numberOf(envelope)}\n`);
      if (finished >= FINISHED_EVENTS) await never;
    }
    process.stdout.write(batch.map(({ envelope }) => `done ${numberOf(envelope)}\n`).join(''));
    finished += batch.length;
  },
});
