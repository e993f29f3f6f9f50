import { setTimeout as delay } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import type { Envelope } from '#platform/bus/bus.ts';
import type { Viewer } from '#platform/identity/viewer.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { createNotifications } from './events/notifications.consumer.ts';
import { testAccounts } from './testing/accounts.ts';
import { orderOf } from './testing/events.ts';

const MINE = `query ($unreadOnly: Boolean, $first: Int, $after: String) {
  me { notifications(unreadOnly: $unreadOnly, first: $first, after: $after) {
    totalCount unreadCount pageInfo { endCursor hasNextPage } edges { node { id kind readAt } } } } }`;
const READ = 'mutation ($ids: [ID!]) { markNotificationsRead(ids: $ids) }';
const RECEIVED = 'subscription { notificationReceived { kind orderId subject status } }';

interface Answer {
  notifications: {
    totalCount: number;
    unreadCount: number;
    pageInfo: { endCursor: string; hasNextPage: boolean };
    edges: { node: { id: string; kind: string; readAt: string | null } }[];
  };
}

async function ada() {
  const accounts = await testAccounts();
  const viewer = accounts.viewerOf(await accounts.register());
  const consumer = createNotifications({
    hasPushProvider: false,
    store: accounts.store,
    live: accounts.live,
    log: silentLog,
    metrics: accounts.metrics,
    now: () => accounts.clock.now,
    newId,
  });
  return {
    ...accounts,
    viewer,
    handle: (events: Envelope[]) => consumer.handle(events),
    async list(variables: object = {}, who: Viewer = viewer) {
      const { notifications } = await accounts.get<Answer>(MINE, { ...variables }, who);
      return { ...notifications, nodes: notifications.edges.map(({ node }) => node) };
    },
    read: (ids?: string[], who: Viewer = viewer) => accounts.get<number>(READ, { ids }, who),
    [Symbol.asyncDispose]: () => accounts[Symbol.asyncDispose](),
  };
}

test('lists the newest first in pages, and counts what is not read', async () => {
  await using user = await ada();
  const order = orderOf(user.viewer.userId);
  for (const event of [order.confirmed(), order.shipped(), order.delivered()]) {
    user.wait(1);
    await user.handle([event]);
  }

  const page = await user.list({ first: 2 });
  const rest = await user.list({ first: 2, after: page.pageInfo.endCursor });

  expect(page).toMatchObject({ totalCount: 3, unreadCount: 3, pageInfo: { hasNextPage: true } });
  expect(page.nodes.map(({ kind }) => kind)).toEqual(['ORDER_DELIVERED', 'ORDER_SHIPPED']);
  expect(rest.nodes.map(({ kind }) => kind)).toEqual(['ORDER_CONFIRMED']);
});

test('marks some or all as read, those of the user only, and says how many changed', async () => {
  await using user = await ada();
  const order = orderOf(user.viewer.userId);
  await user.handle([order.confirmed(), order.shipped(), order.delivered()]);
  const bob = user.viewerOf(await user.register({ email: 'bob@example.com' }));
  const [first] = (await user.list()).nodes;
  const ids = [first?.id ?? '', newId(), 'nonsense'];

  expect(await user.read(ids, bob)).toBe(0);
  expect(await user.read(ids)).toBe(1);
  expect(await user.read(ids)).toBe(0);
  expect(await user.list({ unreadOnly: true })).toMatchObject({ totalCount: 2, unreadCount: 2 });
  expect(await user.read()).toBe(2);
  expect(await user.list()).toMatchObject({ totalCount: 3, unreadCount: 0 });
});

test('a subscriber hears of the own notifications as they are created, and of no others', async () => {
  await using user = await ada();
  const bob = await user.register({ email: 'bob@example.com' });
  const order = orderOf(user.viewer.userId);
  const request = { query: RECEIVED, viewer: user.viewer, requestId: 'test' };
  const stream = await user.connection.subscribe(request);
  if (!(Symbol.asyncIterator in stream)) throw new Error(JSON.stringify(stream.errors));
  const results = stream[Symbol.asyncIterator]();

  await user.handle([orderOf(bob.user.id).delivered()]);
  await user.handle([order.shipped()]);

  expect((await results.next()).value).toMatchObject({
    data: { notificationReceived: { kind: 'ORDER_SHIPPED', status: 'QUEUED' } },
  });
  await results.return?.();
});

test('nobody subscribes without signing in', async () => {
  await using user = await ada();

  const answer = await user.connection.subscribe({
    query: RECEIVED,
    viewer: { kind: 'anonymous' },
    requestId: 'test',
  });

  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

test('who registers finds a welcome in the mailbox, over outbox and bus', async () => {
  await using accounts = await testAccounts();
  await accounts.startBackgroundWork();

  const { user } = await accounts.register();
  const mailbox = accounts.db.selectFrom('mailbox').selectAll();
  while ((await mailbox.execute()).length === 0) await delay(20);

  expect(await mailbox.execute()).toMatchObject([
    { user_id: user.id, recipient: 'ada@example.com', subject: 'Welcome to Plaza' },
  ]);
});
