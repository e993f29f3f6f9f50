import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKafkaBus } from '../platform/bus/kafka.bus.ts';
import { KafkaUnavailable } from './kafka/unavailable.ts';
import { startKafka } from './kafka.ts';
import { commandLine } from './pids.mjs';
import { findFreePort } from './ports.ts';

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
