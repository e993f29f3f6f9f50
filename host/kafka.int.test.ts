import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { createKafkaBus } from '../platform/bus/kafka.bus.ts';
import { temporaryFolder } from '../platform/testing/temporary-folder.ts';
import { KafkaUnavailable } from './kafka/unavailable.ts';
import { startKafka } from './kafka.ts';
import { commandLine } from './pids.mjs';
import { findFreePort } from '../platform/process/free-port.ts';
import { waitUntil } from './wait-until.ts';

const START_MS = 90_000;
const isRequired =
  process.env['CI'] !== undefined || process.env['PLAZA_REQUIRE_KAFKA'] !== undefined;

/** A folder and a port for a broker; without Java or Maven nothing is tested, unless somebody insists. */
async function withPlace(
  run: (place: { dataDir: string; port: number }) => Promise<void>,
): Promise<void> {
  await using folder = await temporaryFolder();
  try {
    await run({ dataDir: folder.path, port: await findFreePort() });
  } catch (error) {
    if (isRequired || !(error instanceof KafkaUnavailable)) throw error;
    console.warn(`not tested: ${error.message}`);
  }
}

test(
  'starts a node that keeps its name and its events over a restart, and leaves no process',
  () =>
    withPlace(async (place) => {
      const { dataDir, port } = place;
      const connect = () => createKafkaBus({ brokers: [`127.0.0.1:${port}`], clientId: 'test' });
      const first = await startKafka(place);
      const before = connect();
      const name = await before.epoch();
      await before.close();
      const pid = Number(await readFile(join(dataDir, 'kafka.pid'), 'utf8'));
      expect(commandLine(pid)).toContain(dataDir);
      await first.stop();
      expect(commandLine(pid)).toBe('');

      const second = await startKafka(place);
      const after = connect();
      expect(await after.epoch()).toBe(name);
      await after.close();
      await second.stop();
    }),
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
  () =>
    withPlace(async (place) => {
      const address = `127.0.0.1:${place.port}`;
      const first = await startKafka(place);
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
      const second = await startKafka(place);
      await tell('after');
      expect(await waitUntil(() => handled.includes('after'), START_MS)).toBe(true);

      expect(await membersOf(address)).toEqual(members);
      await bus.close();
      await second.stop();
    }),
  2 * START_MS,
);
