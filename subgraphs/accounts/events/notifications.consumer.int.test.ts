import { v7 as newId } from 'uuid';
import type { Envelope } from '#platform/bus/bus.ts';
import type { Live } from '#platform/live/live.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import { DEFAULT_PREFERENCES } from '../domain/user.ts';
import { accountsDatabase } from '../testing/accounts.ts';
import { announce, insertAda, NOON, orderOf } from '../testing/events.ts';
import { createNotifications } from './notifications.consumer.ts';

async function consumer({ canShowLive = true, hasPushProvider = false } = {}) {
  const database = await accountsDatabase();
  const { db, store } = database;
  const metrics = createMetrics();
  const shown: string[] = [];
  const live: Pick<Live, 'publish'> = {
    publish(channel) {
      shown.push(channel);
      return canShowLive ? Promise.resolve() : Promise.reject(new Error('Redis is away'));
    },
  };
  const parts = { hasPushProvider, store, live, log: silentLog, metrics, now: () => NOON, newId };
  const notifications = createNotifications(parts);
  return {
    db,
    shown,
    metrics,
    handle: (events: Envelope[]) => notifications.handle(events),
    kinds: async () => {
      const rows = await db.selectFrom('notification').select('kind').orderBy('kind').execute();
      return rows.map(({ kind }) => kind);
    },
    requested: async () => {
      const rows = await db.selectFrom('outbox').select(['topic', 'key', 'envelope']).execute();
      return rows;
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

test('tells a user of each step that matters to people, and asks for each mail', async () => {
  await using given = await consumer();
  const ada = await insertAda(given.db);
  const order = orderOf(ada.id);

  await given.handle([
    announce({ type: 'user.registered', data: { userId: ada.id, name: 'Ada' } }),
    order.confirmed(),
    order.shipped(),
    order.delivered(),
  ]);

  expect(await given.kinds()).toEqual([
    'ORDER_CONFIRMED',
    'ORDER_DELIVERED',
    'ORDER_SHIPPED',
    'WELCOME',
  ]);
  const requests = await given.requested();
  expect(requests).toHaveLength(4);
  expect(requests.map(({ topic }) => topic).toSorted()).toEqual([
    'notification-events',
    'notification-events',
    'notification-events',
    'notification-events.high',
  ]);
  expect(requests[0]).toMatchObject({
    key: ada.id,
    envelope: { type: 'notification.requested', data: { userId: ada.id, channel: 'EMAIL' } },
  });
  expect(given.shown).toEqual(
    Array.from({ length: 4 }, () => `accounts:{${ada.id}}:notifications`),
  );
  expect(await given.metrics.getSingleMetricAsString('accounts_notifications_total')).toContain(
    '{channel="EMAIL",status="QUEUED"} 4',
  );
});

test('one cause makes one notification: delivered twice, announced again, and by a crowd at once', async () => {
  await using given = await consumer();
  const ada = await insertAda(given.db);
  const order = orderOf(ada.id);
  const once = order.shipped();

  await given.handle([once]);
  await given.handle([once, once]);
  await given.handle([order.shipped(), order.shipped()]);
  await Promise.all(
    Array.from({ length: 6 }, () => given.handle([order.delivered(), order.shipped()])),
  );

  expect(await given.kinds()).toEqual(['ORDER_DELIVERED', 'ORDER_SHIPPED']);
  expect(await given.requested()).toHaveLength(2);
});

test('negative control: the inbox alone does not notice a step that is announced again', async () => {
  await using given = await consumer();
  const ada = await insertAda(given.db);
  await given.db.schema.alterTable('notification').dropConstraint('notification_once').execute();
  await given.db.schema
    .alterTable('notification')
    .addUniqueConstraint('notification_once', ['id'])
    .execute();
  const order = orderOf(ada.id);

  await given.handle([order.shipped()]);
  await given.handle([order.shipped()]);

  expect(await given.kinds()).toEqual(['ORDER_SHIPPED', 'ORDER_SHIPPED']);
});

const REFUND_ORDERS: [string, (order: ReturnType<typeof orderOf>) => Envelope[][]][] = [
  ['after the order is cancelled', (order) => [[order.cancelled()], [order.refunded()]]],
  ['before it', (order) => [[order.refunded()], [order.cancelled()]]],
  ['in one batch with it', (order) => [[order.refunded(), order.cancelled()]]],
  ['when it was asked for', (order) => [[order.refundRequested()], [order.refunded()]]],
  ['twice', (order) => [[order.cancelled()], [order.refunded()], [order.refunded()]]],
];
test.each(REFUND_ORDERS)('tells of a refund once that comes %s', async (_when, batchesOf) => {
  await using given = await consumer();
  const ada = await insertAda(given.db);

  for (const batch of batchesOf(orderOf(ada.id))) await given.handle(batch);

  expect((await given.kinds()).filter((kind) => kind === 'PAYMENT_REFUNDED')).toHaveLength(1);
  const { body } = await given.db
    .selectFrom('notification')
    .select('body')
    .where('kind', '=', 'PAYMENT_REFUNDED')
    .executeTakeFirstOrThrow();
  expect(body).toContain('€19.99');
});

test('refund and order that come at the same time make one notification', async () => {
  await using given = await consumer();
  const ada = await insertAda(given.db);
  const orders = Array.from({ length: 12 }, () => orderOf(ada.id));

  await Promise.all([
    ...orders.map((order) => given.handle([order.refundRequested()])),
    ...orders.map((order) => given.handle([order.refunded()])),
  ]);

  expect(await given.kinds()).toEqual(orders.map(() => 'PAYMENT_REFUNDED'));
});

test('without mails about orders the notification is there at once and no mail is asked for', async () => {
  await using given = await consumer();
  const ada = await insertAda(given.db, {
    preferences: { ...DEFAULT_PREFERENCES, orderChannels: [] },
  });

  await given.handle([orderOf(ada.id).delivered()]);

  expect(
    await given.db.selectFrom('notification').select(['channel', 'status', 'sent_at']).execute(),
  ).toEqual([{ channel: 'PUSH', status: 'SENT', sent_at: NOON }]);
  expect(await given.requested()).toEqual([]);
});

test('events of users that are unknown here do no harm', async () => {
  await using given = await consumer();

  await given.handle([orderOf(newId()).delivered(), orderOf('somebody').confirmed()]);

  expect(await given.kinds()).toEqual([]);
});

test('a notification stands also when it cannot be shown live', async () => {
  await using given = await consumer({ canShowLive: false });
  const ada = await insertAda(given.db);

  await given.handle([orderOf(ada.id).delivered()]);

  expect(await given.kinds()).toEqual(['ORDER_DELIVERED']);
});

test('an event that breaks its contract fails, and leaves nothing of its batch behind', async () => {
  await using given = await consumer();
  const ada = await insertAda(given.db);
  const broken = { ...orderOf(ada.id).shipped(), data: { orderId: 'o1' } };

  await expect(given.handle([orderOf(ada.id).delivered(), broken])).rejects.toThrow('userId');

  expect(await given.kinds()).toEqual([]);
  expect(await given.db.selectFrom('inbox').select('event_id').execute()).toEqual([]);
});

test('each way that the user chose has a notification of its own; the first is to be read', async () => {
  await using given = await consumer({ hasPushProvider: true });
  const ada = await insertAda(given.db, {
    phone: '+4915112345678',
    preferences: { ...DEFAULT_PREFERENCES, orderChannels: ['EMAIL', 'SMS', 'PUSH'] },
  });
  await given.db
    .insertInto('device')
    .values({ id: newId(), user_id: ada.id, token: 't', platform: 'WEB', created_at: NOON })
    .execute();
  const order = orderOf(ada.id);

  await given.handle([order.confirmed()]);
  await given.handle([order.confirmed()]);

  const rows = await given.db
    .selectFrom('notification')
    .select(['channel', 'status', 'priority', 'read_at'])
    .orderBy('channel')
    .execute();
  expect(rows).toEqual([
    { channel: 'EMAIL', status: 'QUEUED', priority: 0, read_at: null },
    { channel: 'PUSH', status: 'QUEUED', priority: 0, read_at: NOON },
    { channel: 'SMS', status: 'QUEUED', priority: 0, read_at: NOON },
  ]);
  expect(await given.requested()).toHaveLength(3);
  expect(given.shown).toHaveLength(1);
});

test('events that change nothing here leave no trace', async () => {
  await using given = await consumer();
  const ada = await insertAda(given.db);
  const data = { orderId: newId(), userId: ada.id };

  await given.handle([announce({ type: 'order.processing', data })]);

  expect(await given.db.selectFrom('inbox').select('event_id').execute()).toEqual([]);
});

test('achievements of a player are told by push, one of a kind and mode a day; rewards once a season', async () => {
  await using given = await consumer();
  const ada = await insertAda(given.db);
  const whose = { playerId: 'p1', userId: ada.id, modeId: 'raid', rank: 7 };
  const reached = { ...whose, kind: 'TOP_100_ENTERED', submissionId: 's1', score: 900 } as const;
  const paid = { ...whose, season: 'S1-2026', tier: 'Gold', coins: 5_000 };
  await given.handle([
    announce({ type: 'achievement.reached', data: reached }),
    announce({ type: 'achievement.reached', data: { ...reached, submissionId: 's2' } }),
    announce({ type: 'achievement.reached', data: { ...reached, userId: null } }),
    announce({ type: 'reward.paid', data: paid }),
    announce({ type: 'reward.paid', data: paid }),
  ]);

  expect(await given.kinds()).toEqual(['PLAYER_ACHIEVEMENT', 'SEASON_REWARD']);
  const rows = await given.db.selectFrom('notification').select(['priority', 'channel']).execute();
  expect(rows).toEqual(rows.map(() => ({ priority: 2, channel: 'PUSH' })));
});
