import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { silentLog } from '#platform/telemetry/log.ts';
import { temporaryFolder } from '#platform/testing/temporary-folder.ts';
import { describeBusContract } from './bus.contract.ts';
import { createKafkaBus } from './kafka.bus.ts';
import { createRecorder, events, range, until } from './testing/events.ts';

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

  test('a process started in place of one that was killed does not wait for its session to end', async () => {
    const [group, topic] = [`group-${randomUUID()}`, `things-${randomUUID()}`];
    const sessionTimeoutMs = 20 * SESSION_MS;
    await using folder = await temporaryFolder({});
    const membersFile = join(folder.path, 'members.json');
    const options = { brokers: broker.split(','), clientId: 'heir', sessionTimeoutMs };
    await using open = new AsyncDisposableStack();
    const publisher = open.adopt(createKafkaBus(options), (bus) => bus.close());
    await publisher.publish(events(topic, 200, { keys: 10 }));
    await consumeUntilKilled([broker, topic, group, membersFile, String(sessionTimeoutMs)]);
    // What was handled may not have been said; what comes from now on is new to everybody.
    await publisher.publish(events(topic, 100, { keys: 10, first: 200 }));

    const bus = open.adopt(createKafkaBus({ ...options, membersFile }), (own) => own.close());
    const heir = createRecorder();
    await bus.consume({ group, topics: [topic], batchSize: 50, handle: heir.handle });
    const late = range(100, 200);
    await until(() => late.every((number) => heir.numbers().has(number)), sessionTimeoutMs / 4);

    expect([...heir.numbers()]).toEqual(expect.arrayContaining(late));
  }, 60_000);
}

/** A process that consumes, and is killed once it has begun to. */
async function consumeUntilKilled(words: readonly string[]): Promise<void> {
  const script = fileURLToPath(new URL('./testing/consume-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, [script, 'kafka', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [said] = (await Promise.race([once(child.stdout, 'data'), ended])) as unknown[];
  child.kill('SIGKILL');
  await ended;
  if (!Buffer.isBuffer(said)) throw new Error(`the consumer ended by itself, with ${String(said)}`);
}
