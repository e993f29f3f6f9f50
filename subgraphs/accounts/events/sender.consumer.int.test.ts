import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Envelope } from '#platform/bus/bus.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { testRedis } from '#platform/testing/redis.ts';
import { createRateLimit } from '../data/rate-limit.ts';
import { createLanes } from '../delivery/lanes.ts';
import { createLocalProvider } from '../delivery/local-provider.ts';
import type { Message, Outcome, Provider } from '../delivery/provider.ts';
import { sendPostponed } from '../jobs/send-postponed.ts';
import { MAX_FAILURES } from '../domain/retry-delay.ts';
import { countBlocked } from '#platform/testing/blocked-sessions.ts';
import { accountsDatabase } from '../testing/accounts.ts';
import { insertAda, NOON, orderOf } from '../testing/events.ts';
import { createNotifications } from './notifications.consumer.ts';
import { createSenders } from './sender.consumer.ts';

const FROM = 'Plaza <hello@plaza.example>';
const HOUR_MS = 3_600_000;

/** Notifications that wait for their mails, and senders that send them through `port`. */
async function sender(port: Partial<Provider> = {}, orders = 1) {
  const stack = new AsyncDisposableStack();
  const database = stack.use(await accountsDatabase());
  const { redis } = stack.use(await testRedis());
  const { db, store } = database;
  const ada = await insertAda(db);
  const clock = { now: NOON };
  const parts = { store, log: silentLog, metrics: createMetrics(), now: () => clock.now, newId };
  const live = { publish: () => Promise.resolve() };
  const events = Array.from({ length: orders }, () => orderOf(ada.id).delivered());
  await createNotifications({ ...parts, live, hasPushProvider: false }).handle(events);
  const requests = await db.selectFrom('outbox').select('envelope').orderBy('id').execute();

  const lanes = createLanes(2);
  const sending = {
    ...parts,
    providers: { EMAIL: { ...createLocalProvider({ from: FROM, now: parts.now }), ...port } },
    rateLimit: createRateLimit(redis, parts.now),
    random: () => 0.5,
  };
  const [, normal] = createSenders(sending, lanes);
  return {
    db,
    handle: async (batch: Envelope[]) => normal?.handle(batch),
    retryDue: async () => {
      clock.now = new Date(clock.now.getTime() + HOUR_MS);
      await sendPostponed(sending, lanes);
    },
    requests: requests.map(({ envelope }) => envelope as Envelope),
    request: requests[0]?.envelope as Envelope,
    askedAgain: () => ({ ...(requests[0]?.envelope as Envelope), id: newId() }),
    mailbox: () => db.selectFrom('mailbox').selectAll().execute(),
    notification: () =>
      db
        .selectFrom('notification')
        .select(['status', 'sent_at', 'failures', 'retry_at'])
        .executeTakeFirstOrThrow(),
    statuses: async () => {
      const rows = await db.selectFrom('notification').select('status').execute();
      return rows.map(({ status }) => status).toSorted();
    },
    deadLetters: async () => {
      const rows = await db
        .selectFrom('outbox')
        .select('envelope')
        .where('topic', '=', 'accounts.mailer.dead-letters')
        .execute();
      return rows.map(
        ({ envelope }) => envelope as Envelope<string, { error: string; envelope: Envelope }>,
      );
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** A provider that notes what it is given. */
function recorder(answer: (message: Message, at: number) => Outcome = () => ({ outcome: 'SENT' })) {
  const sent: string[] = [];
  const batches: number[] = [];
  return {
    sent,
    batches,
    send: (_tx: unknown, messages: readonly Message[]) => {
      batches.push(messages.length);
      return Promise.resolve(
        messages.map((message) => answer(message, sent.push(message.notificationId))),
      );
    },
  };
}

test('delivers to the local mailbox once: again, asked again, and by a crowd at once', async () => {
  await using given = await sender();

  await Promise.all(Array.from({ length: 6 }, () => given.handle([given.askedAgain()])));
  await given.handle([given.request, given.request]);

  const mails = await given.mailbox();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    channel: 'EMAIL',
    recipient: 'ada@example.com',
    sender: FROM,
    message_id: `<${mails[0]?.notification_id}@plaza.example>`,
    subject: expect.stringContaining('has arrived') as string,
  });
  expect(await given.notification()).toMatchObject({ status: 'SENT', sent_at: NOON, failures: 0 });
});

test('sends what has gathered in batches of 100', async () => {
  const provider = recorder();
  await using given = await sender(provider, 230);

  await given.handle(given.requests);

  expect(provider.batches).toEqual([100, 100, 30]);
  expect(new Set(provider.sent).size).toBe(230);
  expect(new Set(await given.statuses())).toEqual(new Set(['SENT']));
});

/** A second delivery of one request arrives while the first is sending. Returns how often it was sent. */
async function sendFromTwo({ isLocked }: { isLocked: boolean }) {
  const sent: string[] = [];
  const firstSends = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  await using given = await sender({
    async send(tx, messages) {
      sent.push(...messages.map(({ notificationId }) => notificationId));
      // Another transaction in place of the one that holds the rows.
      if (!isLocked) await sql`rollback`.execute(tx);
      firstSends.resolve();
      await finish.promise;
      return messages.map(() => ({ outcome: 'SENT' }));
    },
  });

  const one = given.handle([given.request]);
  await firstSends.promise;
  const other = given.handle([given.askedAgain()]);
  while (sent.length < 2 && (await countBlocked(given.db)) === 0) await delay(5);
  finish.resolve();
  await Promise.all([one, other]);
  return sent.length;
}

test('who is asked for a mail that is being sent waits, and finds it sent', async () => {
  expect(await sendFromTwo({ isLocked: true })).toBe(1);
});

test('negative control: without the row lock both send it', async () => {
  expect(await sendFromTwo({ isLocked: false })).toBe(2);
});

test('one that fails is tried again later, under the same id, and holds up nobody', async () => {
  const provider = recorder((_message, at) =>
    at === 1 || at === 4 ? { outcome: 'FAILED', reason: 'busy' } : { outcome: 'SENT' },
  );
  await using given = await sender(provider, 3);

  await given.handle(given.requests);
  expect(await given.statuses()).toEqual(['QUEUED', 'SENT', 'SENT']);
  await given.retryDue();
  await given.retryDue();

  expect(await given.statuses()).toEqual(['SENT', 'SENT', 'SENT']);
  expect(provider.sent).toHaveLength(5);
  expect(new Set(provider.sent).size).toBe(3);
});

test('is not tried again before its time', async () => {
  await using given = await sender({
    send: (_tx, messages) =>
      Promise.resolve(messages.map(() => ({ outcome: 'FAILED', reason: 'busy' }))),
  });

  await given.handle([given.request]);

  expect(await given.notification()).toMatchObject({
    status: 'QUEUED',
    failures: 1,
    retry_at: new Date(NOON.getTime() + 1_500),
  });
});

test('after the last failure it is a dead letter, which can be redriven', async () => {
  let isMended = false;
  const provider = recorder(() =>
    isMended ? { outcome: 'SENT' } : { outcome: 'FAILED', reason: 'busy' },
  );
  await using given = await sender(provider);

  await given.handle([given.request]);
  for (let tries = 1; tries < MAX_FAILURES; tries += 1) await given.retryDue();
  await given.retryDue();
  expect(provider.sent).toHaveLength(MAX_FAILURES);
  expect(await given.notification()).toMatchObject({ status: 'FAILED', sent_at: null });
  const [letter] = await given.deadLetters();
  expect(letter?.data).toMatchObject({
    group: 'accounts.mailer',
    topic: 'notification-events',
    error: 'busy',
    attempts: MAX_FAILURES,
  });

  // An old request that comes again is not what somebody asks for.
  await given.handle([given.request]);
  expect(provider.sent).toHaveLength(MAX_FAILURES);
  isMended = true;
  const again = letter?.data.envelope ?? given.request;
  await given.handle([{ ...again, onlyFor: 'accounts.mailer' }]);
  expect(await given.notification()).toMatchObject({ status: 'SENT' });
});

test('one that is refused for good is a dead letter at once', async () => {
  await using given = await sender({
    send: (_tx, messages) =>
      Promise.resolve(messages.map(() => ({ outcome: 'REFUSED', reason: 'no such mailbox' }))),
  });

  await given.handle([given.request]);

  expect(await given.notification()).toMatchObject({ status: 'FAILED', failures: 1 });
  expect(await given.deadLetters()).toMatchObject([{ data: { error: 'no such mailbox' } }]);
});

test('a provider that is away is waited for, however often, and that is no failure', async () => {
  await using given = await sender({
    send: (_tx, messages) => Promise.resolve(messages.map(() => ({ outcome: 'AWAY', reason: '' }))),
  });

  await given.handle([given.request]);
  for (let tries = 0; tries <= MAX_FAILURES; tries += 1) await given.retryDue();

  expect(await given.notification()).toMatchObject({ status: 'QUEUED', failures: 0 });
});

test('a process that dies between the mailbox and the mark leaves neither', async () => {
  const local = createLocalProvider({ from: FROM, now: () => NOON });
  let isDying = true;
  await using given = await sender({
    async send(tx, messages) {
      const outcomes = await local.send(tx, messages);
      if (isDying) throw new Error('killed');
      return outcomes;
    },
  });
  await expect(given.handle([given.request])).rejects.toThrow('killed');
  expect(await given.mailbox()).toEqual([]);

  isDying = false;
  await given.handle([given.request]);

  expect(await given.mailbox()).toHaveLength(1);
});

test('a process that dies after the provider took it sends it again under the same id', async () => {
  const sent: string[] = [];
  let isDying = true;
  await using given = await sender({
    send(_tx, messages) {
      sent.push(...messages.map(({ notificationId }) => notificationId));
      if (isDying) throw new Error('killed');
      return Promise.resolve(messages.map(() => ({ outcome: 'SENT' })));
    },
  });
  await expect(given.handle([given.request])).rejects.toThrow('killed');
  isDying = false;
  await given.handle([given.request]);
  await given.handle([given.request]);

  expect(sent).toHaveLength(2);
  expect(new Set(sent).size).toBe(1);
});

describe('the limit of a provider', () => {
  test('lets through what it takes a second; the rest follows, and nothing is lost', async () => {
    const provider = recorder();
    await using given = await sender({ ...provider, perSecond: 20 }, 50);

    await given.handle(given.requests);
    // Mails about parcels are of normal priority: a fifth is kept for those of high.
    expect(provider.sent).toHaveLength(16);
    await given.retryDue();
    expect(provider.sent).toHaveLength(32);
    await given.retryDue();
    await given.retryDue();
    await given.retryDue();

    expect(new Set(provider.sent).size).toBe(50);
    expect(new Set(await given.statuses())).toEqual(new Set(['SENT']));
  });

  test('holds for all replicas together, and keeps a part for what is more urgent', async () => {
    await using redis = await testRedis();
    const clock = { now: NOON };
    const replicas = Array.from({ length: 4 }, () => createRateLimit(redis.redis, () => clock.now));
    const take = async (priority: 'HIGH' | 'NORMAL' | 'LOW') => {
      const taken = await Promise.all(replicas.map((each) => each.take('SMS', 100, priority, 80)));
      return taken.reduce((sum, count) => sum + count);
    };

    expect(await take('LOW')).toBe(50);
    expect(await take('NORMAL')).toBe(30);
    expect(await take('HIGH')).toBe(20);
    expect(await take('HIGH')).toBe(0);
    clock.now = new Date(NOON.getTime() + 500);
    expect(await take('LOW')).toBe(0);
    expect(await take('HIGH')).toBe(50);
  });
});
