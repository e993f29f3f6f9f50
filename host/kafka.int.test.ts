import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { createKafkaBus } from '../platform/bus/kafka.bus.ts';
import { KafkaUnavailable } from './kafka/unavailable.ts';
import { startKafka } from './kafka.ts';
import { commandLine } from './pids.mjs';
import { findFreePort } from './ports.ts';
import { waitUntil } from './wait-until.ts';

const START_MS = 90_000;
const isRequired =
  process.env['CI'] !== undefined || process.env['PLAZA_REQUIRE_KAFKA'] !== undefined;

test(
  'starts a node that keeps its name and its events over a restart, and leaves no process',
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'plaza-kafka-'));
    const port = await findFreePort();
    const connect = () => createKafkaBus({ brokers: [`127.0.0.1:${port}`], clientId: 'test' });
    try {
      const first = await startKafka({ dataDir, port });
      const before = connect();
      const name = await before.epoch();
      await before.close();
      const pid = Number(await readFile(join(dataDir, 'kafka.pid'), 'utf8'));
      expect(commandLine(pid)).toContain(dataDir);
      await first.stop();
      expect(commandLine(pid)).toBe('');

      const second = await startKafka({ dataDir, port });
      const after = connect();
      expect(await after.epoch()).toBe(name);
      await after.close();
      await second.stop();
    } catch (error) {
      if (isRequired || !(error instanceof KafkaUnavailable)) throw error;
      console.warn(`not tested: ${error.message}`);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  START_MS,
);

const TOPIC = 'restarts';
const GROUP = 'readers';

/** The members of the group, by the ids that the broker gave them. */
async function membersOf(broker: string): Promise<string[]> {
  const admin = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const { groups } = await admin.describeGroups([GROUP]);
    return groups.flatMap(({ members }) => members.map(({ memberId }) => memberId));
  } finally {
    await admin.disconnect();
  }
}

test(
  'whoever consumes is the same member when the broker is back, so that nobody is waited for',
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'plaza-kafka-'));
    const broker = { dataDir, port: await findFreePort() };
    const address = `127.0.0.1:${broker.port}`;
    try {
      const first = await startKafka(broker);
      const bus = createKafkaBus({ brokers: [address], clientId: 'test', partitions: 2 });
      const handled: string[] = [];
      await bus.consume({
        group: GROUP,
        topics: [TOPIC],
        batchSize: 10,
        handle: async (events) => void handled.push(...events.map(({ envelope: { id } }) => id)),
      });
      const tell = (id: string) =>
        bus.publish([
          {
            topic: TOPIC,
            envelope: { id, type: 'told', key: id, time: new Date(0).toISOString(), data: {} },
          },
        ]);
      await tell('before');
      expect(await waitUntil(() => handled.includes('before'), START_MS)).toBe(true);
      const members = await membersOf(address);
      expect(members).toHaveLength(1);

      await first.stop();
      const second = await startKafka(broker);
      await tell('after');
      expect(await waitUntil(() => handled.includes('after'), START_MS)).toBe(true);

      expect(await membersOf(address)).toEqual(members);
      await bus.close();
      await second.stop();
    } catch (error) {
      if (isRequired || !(error instanceof KafkaUnavailable)) throw error;
      console.warn(`not tested: ${error.message}`);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
  2 * START_MS,
);
