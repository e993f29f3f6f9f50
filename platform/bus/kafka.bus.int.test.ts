import { randomUUID } from 'node:crypto';
import { silentLog } from '#platform/telemetry/log.ts';
import { describeBusContract } from './bus.contract.ts';
import { createKafkaBus } from './kafka.bus.ts';

/** The least that a broker accepts without being told otherwise. */
const SESSION_MS = 6_000;

const broker = process.env['TEST_KAFKA_BROKERS'];
const isRequired =
  process.env['CI'] !== undefined || process.env['PLAZA_REQUIRE_KAFKA'] !== undefined;

if (broker === undefined) {
  const reason =
    'TEST_KAFKA_BROKERS is not set: run through `node host/with-services.ts --kafka -- …`';
  if (isRequired) {
    test(`the event bus on Kafka: ${reason}`, () => {
      expect(broker).toBeDefined();
    });
  } else {
    test.todo(`the event bus on Kafka: ${reason}`);
  }
} else {
  describeBusContract('Kafka', {
    create: () =>
      createKafkaBus({
        brokers: broker.split(','),
        clientId: `test-${randomUUID()}`,
        sessionTimeoutMs: SESSION_MS,
        backoff: { firstMs: 10, maxMs: 200 },
        log: silentLog,
      }),
    victim: () => ['kafka', broker],
    takeoverMs: 3 * SESSION_MS,
  });
}
