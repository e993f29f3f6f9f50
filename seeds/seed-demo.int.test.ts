import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { verify } from '@node-rs/argon2';
import { temporaryFolder, type TemporaryFolder } from '../platform/testing/temporary-folder.ts';
import { DEMO_ACCOUNTS } from './accounts/demo-accounts.ts';
import { DEMO_SCALE } from './plan.ts';
import { startOfHour } from './read-arguments.ts';
import { migrateDatabases, seedDatabases } from './seed-databases.ts';
import { isSeeded, seedDemo } from './seed-demo.ts';
import { testSeedTarget, type TestSeedTarget } from './testing/seed-target.ts';

/** Some seconds, on a machine that is busy with other tests. */
const SEEDING_MS = 60_000;

let target: TestSeedTarget;
let media: TemporaryFolder;
let mediaDir: string;
beforeAll(async () => {
  target = await testSeedTarget();
  media = await temporaryFolder();
  mediaDir = media.path;
  await seedDemo({ ...target, mediaDir });
}, SEEDING_MS);
afterAll(async () => {
  await target[Symbol.asyncDispose]();
  await media[Symbol.asyncDispose]();
});

/** How many rows break a rule. */
async function count(database: Parameters<TestSeedTarget['query']>[0], from: string) {
  const [row] = await target.query<{ n: number }>(
    database,
    `select count(*)::integer as n from ${from}`,
  );
  return row?.n;
}

test('is known to be there, and is not made twice', async () => {
  expect(await isSeeded(target)).toBe(true);
  const before = await count('orders', 'customer_order');

  await seedDemo({ ...target, mediaDir });

  expect(before).toBe(10_000);
  expect(await count('orders', 'customer_order')).toBe(before);
});

test('is refused in production', async () => {
  const seeding = seedDemo({ ...target, mediaDir, environment: 'production' });

  await expect(seeding).rejects.toThrow('PLAZA_ENV is production');
});

test('the demo accounts can sign in, and nobody else has their passwords', async () => {
  const users = await target.query<{ email: string; password_hash: string; roles: string }>(
    'accounts',
    'select email, password_hash, roles::text from "user"',
  );
  for (const { email, password } of DEMO_ACCOUNTS) {
    const user = users.find((each) => each.email === email);
    expect(await verify(user?.password_hash ?? '', password)).toBe(true);
  }
  const others = users.filter(({ email }) => !email.endsWith('@plaza.example'));
  expect(new Set(others.map((user) => user.password_hash)).size).toBe(1);
  expect(users.filter(({ roles }) => roles.includes('ADMIN'))).toHaveLength(1);
});

test('every picture that the catalog names is there', async () => {
  const urls = await target.query<{ url: string }>(
    'catalog',
    'select image_url as url from product union select image_url from category',
  );
  const files = await readdir(join(mediaDir, 'catalog'));

  expect(
    urls
      .map(({ url }) => url.replace('/media/catalog/', ''))
      .filter((name) => !files.includes(name)),
  ).toEqual([]);
});

test('every person has a user name of their own, and each picture of one is there', async () => {
  const people = await target.query<{ username: string; url: string | null }>(
    'accounts',
    'select username, avatar_url as url from "user"',
  );
  const files = await readdir(join(mediaDir, 'people'));
  const urls = people.flatMap(({ url }) => url ?? []);

  expect(new Set(people.map(({ username }) => username.toLowerCase())).size).toBe(people.length);
  expect(urls.length).toBeGreaterThan(people.length / 2);
  expect(
    urls.map((url) => url.replace('/media/people/', '')).filter((name) => !files.includes(name)),
  ).toEqual([]);
});

test('each picture that somebody sent is an upload of theirs, and its file is there', async () => {
  const sent = await target.query<{ key: string; isTheirs: boolean }>(
    'chat',
    `select m.media->>'key' as key, u.owner_id = m.sender_id and u.state = 'USED' as "isTheirs"
     from message m left join media u on u.id = (m.media->>'id')::uuid where m.type = 'IMAGE'`,
  );
  const files = await readdir(join(mediaDir, 'chat'));

  expect(sent.length).toBeGreaterThan(0);
  expect(sent.filter(({ isTheirs }) => !isTheirs)).toEqual([]);
  expect(sent.filter(({ key }) => !files.includes(key.replace('chat/', '')))).toEqual([]);
});

test('what games bring is known as if each had been learned from', async () => {
  const wrong = await target.query(
    'games',
    `select from mode_distribution known full join (
       select mode_number, count(*) as games, sum(score) as score_sum, sum(score::numeric * score) as squares
       from score_submission group by 1
     ) game using (mode_number)
     where (known.games, known.score_sum, known.score_square_sum) is distinct from (game.games, game.score_sum, game.squares)
       or known.games <> (select sum(bar) from unnest(known.bars) bar)`,
  );

  expect(wrong).toEqual([]);
});

test.each([
  [
    'a total that is not the sum of its lines',
    `customer_order o where subtotal_cents <>
    (select sum(quantity * unit_price_cents) from order_line where order_id = o.id)`,
  ],
  [
    'a status that the timeline does not end in',
    `customer_order o where status <>
    (select status from order_timeline where order_id = o.id order by seq desc limit 1)`,
  ],
  [
    'a version that the timeline is beyond',
    `customer_order o where version <>
    (select max(seq) from order_timeline where order_id = o.id)`,
  ],
  [
    'a payment of another amount',
    `payment join customer_order on id = order_id where amount_cents <> total_cents`,
  ],
  [
    'goods on their way that are not paid',
    `customer_order o where status in ('PROCESSING', 'SHIPPED', 'DELIVERED')
    and not exists (select from payment where order_id = o.id and status = 'SUCCEEDED')`,
  ],
  [
    'money kept for a cancelled order',
    `customer_order join payment on id = order_id
    where customer_order.status = 'CANCELLED' and payment.status = 'SUCCEEDED'`,
  ],
  [
    'a parcel that does not match',
    `customer_order o left join shipment s on s.id = o.shipment_id
    where (o.status = 'DELIVERED') <> (coalesce(s.status, '') = 'DELIVERED')
      or (o.status = 'SHIPPED') <> (coalesce(s.status, '') = 'IN_TRANSIT')
      or (o.status = 'PROCESSING') <> (coalesce(s.status, '') = 'CREATED')`,
  ],
  [
    'something on its way that nobody would ever look at',
    `customer_order
    where (status not in ('DELIVERED', 'CANCELLED')) <> (next_sweep_at is not null)`,
  ],
  [
    'a parcel on its way that the carrier never moves',
    `shipment
    where (status in ('CREATED', 'IN_TRANSIT')) <> (next_step_at is not null)`,
  ],
])('no order has %s', async (_rule, from) => {
  expect(await count('orders', from)).toBe(0);
});

test('stock adds up: what was sold is what paid orders took', async () => {
  const off = `stock left join (
      select product_id, warehouse_id, sum(quantity) as units
      from reservation_line join reservation using (order_id) where status = 'COMMITTED' group by 1, 2
    ) as taken using (product_id, warehouse_id)
    where sold <> coalesce(units, 0) or available + reserved + sold + set_aside <> received`;
  const [sold] = await target.query<{ n: number }>(
    'inventory',
    'select sum(sold)::integer as n from stock',
  );
  const [bought] = await target.query<{ n: number }>(
    'orders',
    `select sum(quantity)::integer as n from order_line join customer_order on id = order_id
     where status in ('PROCESSING', 'SHIPPED', 'DELIVERED')`,
  );

  expect(await count('inventory', off)).toBe(0);
  expect(sold?.n).toBeGreaterThan(1_000);
  expect(sold).toEqual(bought);
});

test('catalog and inventory agree on what is in stock', async () => {
  const stock = await target.query<{ id: string; is: boolean }>(
    'inventory',
    'select product_id as id, available > 0 as is from product_stock order by 1',
  );
  const shown = await target.query<{ id: string; is: boolean }>(
    'catalog',
    'select id, is_in_stock as is from product order by 1',
  );

  expect(shown).toEqual(stock);
  expect(
    await count(
      'inventory',
      `product_stock p where available <>
    (select sum(available) from stock where product_id = p.product_id)`,
    ),
  ).toBe(0);
});

test('a flash sale runs and another is to come, with units that are nobody else’s', async () => {
  const wrong = `flash_sale f join stock s using (product_id) join product_stock p using (product_id)
    where f.available <> s.set_aside
      or s.available + s.reserved + s.sold + s.set_aside <> s.received
      or p.available <> (select sum(available) from stock where product_id = f.product_id)`;

  expect(await count('inventory', `flash_sale where starts_at <= now() and ends_at > now()`)).toBe(
    1,
  );
  expect(await count('inventory', `flash_sale where starts_at > now()`)).toBe(1);
  expect(await count('inventory', `flash_sale_stock`)).toBe(2);
  expect(await count('inventory', `(select f.id from ${wrong}) as wrong`)).toBe(0);
});

test('Ada and Ben play, and their last games are of today', async () => {
  const players = await target.query<{ username: string; games: number }>(
    'games',
    `select username, count(*)::integer as games from player join score_submission on player_number = number
     where user_id in ('01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002')
     group by username order by username`,
  );

  expect(players.map(({ username }) => username)).toEqual(['Ada', 'Ben']);
  expect(await count('games', 'player')).toBe(400);
  expect(await count('games', 'score_submission')).toBeGreaterThan(4_000);
  expect(
    await count('games', "score_submission where submitted_at > now() - interval '26 hours'"),
  ).toBeGreaterThan(10);
  expect(await count('games', 'score_submission_other')).toBe(0);
  // The next player that somebody creates.
  expect(await target.query('games', "select nextval('player_number_seq')::integer as n")).toEqual([
    { n: 401 },
  ]);
});

test.each([
  [
    'a last sequence that is not its messages’',
    `conversation c where last_sequence <>
    (select count(*) from message where conversation_id = c.id)
    or last_sequence <> (select max(sequence) from message where conversation_id = c.id)`,
  ],
  [
    'a side whose unread count is off',
    `conversation_member m where unread_count <>
    (select count(*) from message where conversation_id = m.conversation_id
      and sequence > m.read_sequence and sender_id <> m.user_id)`,
  ],
  [
    'a side that was last active at another time than its last message',
    `conversation_member m where last_activity_at <>
    (select max(created_at) from message where conversation_id = m.conversation_id)`,
  ],
  [
    'other than two sides',
    `conversation c where 2 <>
    (select count(*) from conversation_member where conversation_id = c.id)`,
  ],
])('no conversation has %s', async (_rule, from) => {
  expect(await count('chat', from)).toBe(0);
});

test('every message is found by its words', async () => {
  expect(
    await count(
      'chat',
      `message left join message_word using (conversation_id, sequence)
       where words is distinct from to_tsvector('simple', text)`,
    ),
  ).toBe(0);
});

test('Ada has conversations with some hundred messages, and something unread', async () => {
  const [ada] = await target.query<{ conversations: number; messages: number; unread: number }>(
    'chat',
    `select count(*)::integer as conversations, sum(last_sequence)::integer as messages,
       sum(unread_count)::integer as unread
     from conversation_member join conversation on id = conversation_id
     where user_id = '01900000-0000-7000-8000-000000000001'`,
  );

  expect(ada?.conversations).toBeGreaterThanOrEqual(10);
  expect(ada?.messages).toBeGreaterThan(300);
  expect(ada?.unread).toBeGreaterThan(0);
});

test(
  'a shop that was there before people played and talked gets them, unless they have begun by themselves',
  async () => {
    await using older = await testSeedTarget();
    const plan = { scale: DEMO_SCALE, seed: 1, until: startOfHour(new Date()) };
    await seedDatabases({ ...older, plan });
    await migrateDatabases({ ...older, plan, parts: ['chat'] });
    await older.query(
      'chat',
      `insert into conversation (id, low_user_id, high_user_id, created_at)
     values (gen_random_uuid(), '${DEMO_ACCOUNTS[1].id}', '${DEMO_ACCOUNTS[2].id}', now())`,
    );
    expect(await isSeeded(older)).toBe(false);

    await seedDemo({ ...older, mediaDir });

    expect(await isSeeded(older)).toBe(true);
    expect(await older.query('games', 'select count(*)::integer as n from player')).toEqual([
      { n: 400 },
    ]);
    expect(await older.query('chat', 'select count(*)::integer as n from conversation')).toEqual([
      { n: 1 },
    ]);
  },
  SEEDING_MS,
);
