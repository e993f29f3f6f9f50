import { setTimeout as delay } from 'node:timers/promises';
import { sql, type KyselyPlugin } from 'kysely';
import { v7 as newId } from 'uuid';
import type { Envelope } from '#platform/bus/bus.ts';
import { createStore } from '#platform/database/store.ts';
import type { Live } from '#platform/live/live.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import type { Db } from '../data/tables.ts';
import { createLocalMail } from '../mail/local-mail.ts';
import { MailRefused, type Mail, type MailPort } from '../mail/mail-port.ts';
import { accountsDatabase } from '../testing/accounts.ts';
import { insertAda, NOON, orderOf } from '../testing/events.ts';
import { createMailer, MAX_MAIL_FAILURES } from './mailer.consumer.ts';
import { createNotifications } from './notifications.consumer.ts';

/** A notification that waits for its mail, and a mailer that sends it through `port`. */
async function mailer(port: Partial<MailPort> = {}, plugins: KyselyPlugin[] = []) {
  const database = await accountsDatabase();
  const { db } = database;
  const store = createStore(plugins.reduce((each, plugin) => each.withPlugin(plugin), db));
  const ada = await insertAda(db);
  const parts = { store, log: silentLog, metrics: createMetrics(), now: () => NOON, newId };
  const live = { publish: () => Promise.resolve() } as unknown as Live;
  await createNotifications({ ...parts, live }).handle([orderOf(ada.id).delivered()]);
  const { envelope } = await db.selectFrom('outbox').select('envelope').executeTakeFirstOrThrow();

  const mail = { ...createLocalMail(() => NOON), ...port };
  const consumer = createMailer({ ...parts, mail, from: 'Plaza <hello@plaza.example>' });
  return {
    db,
    handle: (events: Envelope[]) => consumer.handle(events),
    request: envelope as Envelope,
    askedAgain: () => ({ ...(envelope as Envelope), id: newId() }),
    mailbox: () => db.selectFrom('mailbox').selectAll().execute(),
    notification: () =>
      db.selectFrom('notification').select(['status', 'sent_at', 'failures']).executeTakeFirst(),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

test('delivers to the local mailbox once: again, asked again, and by a crowd at once', async () => {
  await using given = await mailer();

  await Promise.all(Array.from({ length: 6 }, () => given.handle([given.askedAgain()])));
  await given.handle([given.request, given.request]);

  const mails = await given.mailbox();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    recipient: 'ada@example.com',
    sender: 'Plaza <hello@plaza.example>',
    message_id: `<${mails[0]?.notification_id}@plaza.example>`,
    subject: expect.stringContaining('has arrived') as string,
  });
  expect(await given.notification()).toEqual({ status: 'SENT', sent_at: NOON, failures: 0 });
});

/** A second delivery of one request arrives while the first is sending. Returns how often it was sent. */
async function sendFromTwo(plugins: KyselyPlugin[]) {
  const sent: string[] = [];
  const firstSends = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  await using given = await mailer(
    {
      async send(_tx, mail) {
        sent.push(mail.messageId);
        firstSends.resolve();
        await finish.promise;
      },
    },
    plugins,
  );

  const one = given.handle([given.request]);
  await firstSends.promise;
  const other = given.handle([given.askedAgain()]);
  while (sent.length < 2 && !(await isSomebodyWaiting(given.db))) await delay(5);
  finish.resolve();
  await Promise.all([one, other]);
  return sent.length;
}

async function isSomebodyWaiting(db: Db): Promise<boolean> {
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows.length > 0;
}

test('who is asked for a mail that is being sent waits, and finds it sent', async () => {
  expect(await sendFromTwo([])).toBe(1);
});

test('negative control: without the row lock both send it', async () => {
  const withoutLocks: KyselyPlugin = {
    transformQuery: ({ node }) =>
      node.kind === 'SelectQueryNode' ? Object.freeze({ ...node, endModifiers: [] }) : node,
    transformResult: ({ result }) => Promise.resolve(result),
  };

  expect(await sendFromTwo([withoutLocks])).toBe(2);
});

test('a mail server that does not take it for now gets it again, under the same Message-ID', async () => {
  const sent: Mail[] = [];
  await using given = await mailer({
    send: (_tx, mail) =>
      sent.push(mail) < 3 ? Promise.reject(new Error('busy')) : Promise.resolve(),
  });

  await expect(given.handle([given.request])).rejects.toThrow('busy');
  await expect(given.handle([given.request])).rejects.toThrow('busy');
  await given.handle([given.request]);

  expect(await given.notification()).toMatchObject({ status: 'SENT', failures: 2 });
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
});

test('after the last failure it is FAILED, and the events behind it go on', async () => {
  let tries = 0;
  await using given = await mailer({
    send: () => {
      tries += 1;
      return Promise.reject(new Error('busy'));
    },
  });

  for (let i = 1; i < MAX_MAIL_FAILURES; i += 1) {
    await expect(given.handle([given.request])).rejects.toThrow('busy');
  }
  await given.handle([given.request]);
  await given.handle([given.askedAgain()]);

  expect(await given.notification()).toMatchObject({ status: 'FAILED', sent_at: null });
  expect(tries).toBe(MAX_MAIL_FAILURES);
});

test('a mail that is refused for good is FAILED at once', async () => {
  await using given = await mailer({
    send: () => Promise.reject(new MailRefused('no such mailbox')),
  });

  await given.handle([given.request]);

  expect(await given.notification()).toMatchObject({ status: 'FAILED', failures: 1 });
});

test('a mail server that is away is waited for, however often', async () => {
  const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  await using given = await mailer({ send: () => Promise.reject(away) });

  for (let i = 0; i <= MAX_MAIL_FAILURES; i += 1) {
    await expect(given.handle([given.request])).rejects.toThrow('connect');
  }

  expect(await given.notification()).toMatchObject({ status: 'QUEUED', failures: 0 });
});

test('a process that dies between the mailbox and the mark leaves neither', async () => {
  const local = createLocalMail(() => NOON);
  let isDying = true;
  await using given = await mailer({
    async send(tx, mail) {
      await local.send(tx, mail);
      if (isDying) throw new Error('killed');
    },
  });
  await expect(given.handle([given.request])).rejects.toThrow('killed');
  expect(await given.mailbox()).toEqual([]);

  isDying = false;
  await given.handle([given.request]);

  expect(await given.mailbox()).toHaveLength(1);
});
