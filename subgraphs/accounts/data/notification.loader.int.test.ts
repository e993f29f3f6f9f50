import { v7 as newId } from 'uuid';
import { accountsDatabase } from '../testing/accounts.ts';
import { insertAda, NOON } from '../testing/events.ts';
import { createNotificationCountLoader, createNotificationLoader } from './notification.loader.ts';
import { insertNotifications, type NewNotification } from './notification.repository.ts';
import { createAddressLoader, createUserLoader } from './user.loader.ts';

const notification = (userId: string, readAt: Date | null = null): NewNotification => ({
  id: newId(),
  userId,
  cause: newId(),
  kind: 'WELCOME',
  priority: 'NORMAL',
  channel: 'PUSH',
  status: 'SENT',
  subject: 'Welcome',
  body: 'Hello',
  orderId: null,
  createdAt: NOON,
  sentAt: NOON,
  readAt,
});

/** Three users, the first with three notifications (one read), the second with one, the third with none. */
async function users() {
  const database = await accountsDatabase();
  const people = [];
  for (const name of ['ada', 'bob', 'eve']) {
    people.push((await insertAda(database.db, { email: `${name}@example.com` })).id);
  }
  const [ada = '', bob = ''] = people;
  await database.store.transact((tx) =>
    insertNotifications(tx, [
      notification(ada),
      notification(ada),
      notification(ada, NOON),
      notification(bob),
    ]),
  );
  const counted = { statements: 0 };
  const db = database.db.withPlugin({
    transformQuery: ({ node }) => ((counted.statements += 1), node),
    transformResult: ({ result }) => Promise.resolve(result),
  });
  return { db, people, counted, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
}

test('a page of notifications for each of many users takes one statement', async () => {
  await using given = await users();
  const loader = createNotificationLoader(given.db);
  const page = { first: 1, after: undefined };

  const lists = await loader.loadMany(
    given.people.map((userId) => ({ userId, unreadOnly: true, page })),
  );

  // One more than asked for tells that there is a next page.
  expect(lists.map((list) => (list as unknown[]).length)).toEqual([2, 1, 0]);
  expect(given.counted.statements).toBe(1);
});

test('different arguments do not mix', async () => {
  await using given = await users();
  const loader = createNotificationLoader(given.db);
  const [userId = ''] = given.people;
  const page = { first: 10, after: undefined };

  const [all, unread] = await Promise.all([
    loader.load({ userId, unreadOnly: false, page }),
    loader.load({ userId, unreadOnly: true, page }),
  ]);

  expect([all.length, unread.length]).toEqual([3, 2]);
});

test('counts, users and addresses of many users take one statement each', async () => {
  await using given = await users();

  const counts = await createNotificationCountLoader(given.db).loadMany(given.people);
  await createUserLoader(given.db).loadMany(given.people);
  await createAddressLoader(given.db).loadMany(given.people);

  expect(counts).toMatchObject([
    { total: 3, unread: 2 },
    { total: 1, unread: 1 },
    { total: 0, unread: 0 },
  ]);
  expect(given.counted.statements).toBe(3);
});
