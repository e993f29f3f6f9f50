import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { silentLog } from '#platform/telemetry/log.ts';
import { deadLetterTopic, toRedrivenMessage, type DeadLetter } from '../messaging/dead-letters.ts';
import { runEventConsumer } from '../messaging/event-consumer.ts';
import type { Bus, Delivery, Envelope } from './bus.ts';
import {
  createRecorder,
  events,
  numberOf,
  publishedByKey,
  range,
  until as settled,
} from './testing/events.ts';

export interface BusUnderTest {
  create: () => Bus;
  /** The arguments that make `testing/consume-until-killed.ts` use the same broker. */
  victim: () => readonly [adapter: string, address: string];
  /** How long the group may take to notice a member that was killed. */
  takeoverMs: number;
}

const VICTIM = fileURLToPath(new URL('./testing/consume-until-killed.ts', import.meta.url));
const SETTLE_MS = 20_000;

const until = (claim: () => boolean | Promise<boolean>, timeoutMs = SETTLE_MS): Promise<void> =>
  settled(claim, timeoutMs);

/** What both adapters promise. */
export function describeBusContract(name: string, { create, victim, takeoverMs }: BusUnderTest) {
  const promises = (rule: string, check: () => Promise<void>): void =>
    test(rule, check, takeoverMs + 2 * SETTLE_MS);

  describe(`the event bus on ${name}`, () => {
    const open = new Set<Bus>();
    let topic: string;
    let bus: Bus;

    function another(): Bus {
      const created = create();
      open.add(created);
      return created;
    }

    beforeEach(() => {
      topic = `things-${randomUUID()}`;
      bus = another();
    });
    afterEach(async () => {
      await Promise.all([...open].map((each) => each.close()));
      open.clear();
    });

    promises('keeps the order of one key', async () => {
      const recorder = createRecorder();
      await bus.consume({ group: 'a', topics: [topic], batchSize: 50, handle: recorder.handle });
      const messages = events(topic, 300, { keys: 10 });
      for (let start = 0; start < 300; start += 60) {
        await bus.publish(messages.slice(start, start + 60));
      }

      await until(() => recorder.numbers().size === 300);
      expect(recorder.byKey()).toEqual(publishedByKey(messages));
    });

    promises('hands over the envelope as it was published, with its place', async () => {
      const deliveries: Delivery[] = [];
      const [message] = events(topic, 1);
      await bus.publish(message ? [message] : []);
      await bus.consume({
        group: 'a',
        topics: [topic],
        batchSize: 5,
        handle: (batch) => Promise.resolve(void deliveries.push(...batch)),
      });

      await until(() => deliveries.length > 0);
      const place = { partition: expect.any(Number), position: expect.any(String) };
      expect(deliveries).toEqual([{ ...message, ...place }]);
    });

    promises('shows every event to every group, also to one that comes later', async () => {
      const [early, late] = [createRecorder(), createRecorder()];
      await bus.consume({ group: 'early', topics: [topic], batchSize: 50, handle: early.handle });
      await bus.publish(events(topic, 40, { keys: 7 }));
      await until(() => early.numbers().size === 40);

      await bus.consume({ group: 'late', topics: [topic], batchSize: 50, handle: late.handle });

      await until(() => late.numbers().size === 40);
      expect(early.seen).toHaveLength(40);
    });

    promises('follows several topics with one consumer', async () => {
      const second = `${topic}-second`;
      const recorder = createRecorder();
      const topics = [topic, second];
      await bus.consume({ group: 'a', topics, batchSize: 50, handle: recorder.handle });

      await bus.publish([...events(topic, 5), ...events(second, 5, { first: 5 })]);

      await until(() => recorder.numbers().size === 10);
    });

    promises('shares the partitions among the members of a group', async () => {
      const members = [createRecorder(), createRecorder()];
      for (const { handle } of members) {
        await another().consume({ group: 'a', topics: [topic], batchSize: 50, handle });
      }
      // The members agree on their shares while the first events pass.
      let first = 0;
      await until(async () => {
        await bus.publish(events(topic, 24, { keys: 24, first }));
        first += 24;
        return members.every(({ seen }) => seen.length > 0);
      });
      await until(() => new Set(members.flatMap(({ numbers }) => [...numbers()])).size === first);
      const before = members.map(({ seen }) => seen.length);

      await bus.publish(events(topic, 96, { keys: 24, first }));

      const now = () => members.map(({ seen }, i) => seen.length - (before[i] ?? 0));
      await until(() => now().reduce((sum, each) => sum + each) === 96);
      expect(Math.min(...now())).toBeGreaterThan(0);
    });

    promises('hands over no more than a batch, and waits for it', async () => {
      await bus.publish(events(topic, 200));
      const gate = Promise.withResolvers<void>();
      const recorder = createRecorder();
      const consumption = await bus.consume({
        group: 'a',
        topics: [topic],
        batchSize: 7,
        async handle(batch) {
          await recorder.handle(batch);
          await gate.promise;
        },
      });

      await until(() => recorder.seen.length > 0);
      // More events come while the handler is busy, and none of them reaches it.
      await bus.publish(events(topic, 50, { first: 200 }));
      expect(recorder.seen.length).toBeLessThanOrEqual(7);
      expect(await consumption.lag()).toEqual({ [topic]: 250 });

      gate.resolve();
      await until(() => recorder.numbers().size === 250);
      expect(Math.max(...recorder.batches)).toBe(7);
    });

    promises('hands the same events over again when the handler throws', async () => {
      const attempts: number[][] = [];
      const recorder = createRecorder();
      await bus.publish(events(topic, 30));
      await bus.consume({
        group: 'a',
        topics: [topic],
        batchSize: 10,
        handle(batch) {
          if (attempts.length < 3) {
            attempts.push(batch.map(({ envelope }) => numberOf(envelope)));
            return Promise.reject(new Error('not today'));
          }
          return recorder.handle(batch);
        },
      });

      await until(() => recorder.numbers().size === 30);
      expect(attempts).toEqual([attempts[0], attempts[0], attempts[0]]);
      expect(recorder.byKey()).toEqual({ k0: range(30) });
    });

    promises('tells how many events a group has not handled', async () => {
      await bus.publish(events(topic, 25, { keys: 5 }));
      const gate = Promise.withResolvers<void>();
      const handle = () => gate.promise;
      const consumption = await bus.consume({ group: 'a', topics: [topic], batchSize: 10, handle });
      expect(await consumption.lag()).toEqual({ [topic]: 25 });
      expect(await bus.lag('a', [topic])).toEqual({ [topic]: 25 });
      expect(await bus.lag('b', [topic])).toEqual({ [topic]: 25 });

      gate.resolve();

      await until(async () => (await consumption.lag())[topic] === 0);
      expect(await bus.lag('a', [topic])).toEqual({ [topic]: 0 });
    });

    promises('stops when the batch at hand is done, and goes on from there', async () => {
      await bus.publish(events(topic, 60));
      const taken = Promise.withResolvers<void>();
      const gate = Promise.withResolvers<void>();
      const first = createRecorder();
      const consumption = await bus.consume({
        group: 'a',
        topics: [topic],
        batchSize: 10,
        async handle(batch) {
          taken.resolve();
          await gate.promise;
          await first.handle(batch);
        },
      });
      await taken.promise;
      const stopped = consumption.stop();
      gate.resolve();
      await stopped;

      const second = createRecorder();
      await bus.consume({ group: 'a', topics: [topic], batchSize: 10, handle: second.handle });

      await until(() => first.seen.length + second.seen.length === 60);
      expect(first.seen).toHaveLength(10);
      expect([...first.seen, ...second.seen].map(numberOf)).toEqual(range(60));
    });

    promises('loses nothing when a member is killed in the middle of a batch', async () => {
      const messages = events(topic, 200, { keys: 10 });
      await bus.publish(messages);
      const args = [VICTIM, ...victim(), topic, 'a'];
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = once(child, 'exit');
      const lines: string[] = [];
      createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
      const told = (word: string) =>
        lines.filter((line) => line.startsWith(word)).map((line) => Number(line.split(' ')[1]));
      await until(() => told('done').length >= 40 && told('start').length > told('done').length);
      child.kill('SIGKILL');
      await ended;

      const heir = createRecorder();
      await bus.consume({ group: 'a', topics: [topic], batchSize: 20, handle: heir.handle });

      const all = () => new Set([...told('done'), ...heir.numbers()]);
      await until(() => all().size === 200, takeoverMs + SETTLE_MS);
      // It was killed between taking and finishing: the heir sees what it had taken, once more.
      const unfinished = told('start').filter((n) => !told('done').includes(n));
      expect(unfinished.length).toBeGreaterThan(0);
      expect([...heir.numbers()]).toEqual(expect.arrayContaining(unfinished));
      // In order: what the heir saw of a key is the end of what was published of it.
      for (const [key, numbers] of Object.entries(heir.byKey())) {
        expect(publishedByKey(messages)[key]?.slice(-numbers.length)).toEqual(numbers);
      }
    });

    promises(
      'carries what cannot be handled as dead letters, which can be published again',
      async () => {
        const poison = new Set([3, 5]);
        const handled: number[] = [];
        const consumer = {
          group: `group-of-${topic}`,
          topics: [topic],
          async handle(batch: readonly Envelope[]) {
            await Promise.resolve();
            const numbers = batch.map(numberOf);
            if (numbers.some((n) => poison.has(n))) throw new Error('poison');
            handled.push(...numbers);
          },
        };
        const consumption = await runEventConsumer(bus, consumer, {
          log: silentLog,
          maxAttempts: 2,
          backoff: { firstMs: 5, maxMs: 10 },
        });
        const bystander: Envelope[] = [];
        const others = {
          group: `others-of-${topic}`,
          topics: [topic],
          handle: (batch: readonly Envelope[]) => Promise.resolve(void bystander.push(...batch)),
        };
        await runEventConsumer(bus, others, { log: silentLog });
        await bus.publish(events(topic, 8));
        await until(async () => (await consumption.lag())[topic] === 0);
        expect(handled).toEqual([0, 1, 2, 4, 6, 7]);

        const letters: DeadLetter[] = [];
        await bus.consume({
          group: 'keeper',
          topics: [deadLetterTopic(consumer.group)],
          batchSize: 10,
          handle: (batch) =>
            Promise.resolve(
              void letters.push(...batch.map(({ envelope }) => envelope.data as DeadLetter)),
            ),
        });
        await until(() => letters.length === 2);
        expect(letters.map(({ envelope }) => numberOf(envelope))).toEqual([3, 5]);
        poison.clear();
        await bus.publish(letters.map(toRedrivenMessage));

        await until(() => handled.length === 8);
        expect(handled.slice(-2)).toEqual([3, 5]);
        expect(bystander.map(numberOf)).toEqual(range(8));
      },
    );

    promises('has one epoch as long as the broker remembers', async () => {
      expect(await another().epoch()).toBe(await bus.epoch());
    });
  });
}
