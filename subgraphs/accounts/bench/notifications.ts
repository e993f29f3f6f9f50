import { silentLog } from '#platform/telemetry/log.ts';
import { createMetrics } from '#platform/telemetry/metrics.ts';
import type { Envelope } from '#platform/bus/bus.ts';
import { newId } from '#platform/process/new-id.ts';
import { createRateLimit } from '../data/rate-limit.ts';
import { insertUsers } from '../data/user.repository.ts';
import { createLanes } from '../delivery/lanes.ts';
import { createLocalProvider } from '../delivery/local-provider.ts';
import { DEFAULT_PREFERENCES } from '../domain/user.ts';
import { createNotifications } from '../events/notifications.consumer.ts';
import { createSenders } from '../events/sender.consumer.ts';
import { accountsDatabase } from '../testing/accounts.ts';
import { NOON, orderOf } from '../testing/events.ts';
import { testRedis } from '#platform/testing/redis.ts';

// What the notifications of an order cost: its events become notifications, and these go to the local mailbox.
//   node host/with-services.ts -- node subgraphs/accounts/bench/notifications.ts
const USERS = 2_000;
const ORDERS = 6_000;
const BATCHES = [1, 20, 200, 1_000];

await using database = await accountsDatabase();
await using redis = await testRedis();
const { db, store } = database;
const users = Array.from({ length: USERS }, (_, n) => ({
  id: newId(),
  email: `user-${n}@example.com`,
  name: `User ${n}`,
  phone: null,
  roles: ['CUSTOMER' as const],
  preferences: DEFAULT_PREFERENCES,
  passwordHash: 'none',
  createdAt: NOON,
}));
for (let start = 0; start < USERS; start += 500) {
  await insertUsers(db, users.slice(start, start + 500));
}

const now = () => new Date();
const parts = { store, log: silentLog, metrics: createMetrics(), now, newId };
const live = {
  publish: async (channel: string, message: unknown) =>
    void (await redis.redis.publish(channel, JSON.stringify(message))),
};
const maker = createNotifications({ ...parts, live, hasPushProvider: false });
const [sender] = createSenders(
  {
    ...parts,
    providers: { EMAIL: createLocalProvider({ from: 'Plaza <a@b.example>', now }) },
    rateLimit: createRateLimit(redis.redis, now),
    random: Math.random,
  },
  createLanes(2),
);

const rows = [];
for (const size of BATCHES) {
  const orders = Math.min(ORDERS, size * 300);
  // The event of an order that accounts writes of until it is on its way.
  const events = Array.from({ length: orders }, (_, n) => {
    const order = orderOf(users[n % USERS]?.id ?? '');
    return order.confirmed();
  });
  const made = await measure(events, size, maker.handle);
  const requests = await takeRequests();
  const sent = await measure(requests, size, (batch) => sender?.handle(batch) ?? Promise.resolve());
  rows.push({
    'events a batch': size,
    'orders/s made': Math.round(orders / made.seconds),
    'ms of CPU an order': round(made.cpuMs / orders),
    'messages/s sent': Math.round(requests.length / sent.seconds),
    'ms of CPU a message': round(sent.cpuMs / requests.length),
  });
}
console.table(rows);

async function measure(
  events: readonly Envelope[],
  size: number,
  handle: (events: readonly Envelope[]) => Promise<unknown>,
): Promise<{ seconds: number; cpuMs: number }> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let at = 0; at < events.length; at += size) await handle(events.slice(at, at + size));
  const { user, system } = process.cpuUsage(cpu);
  return { seconds: (performance.now() - start) / 1_000, cpuMs: (user + system) / 1_000 };
}

/** What the outbox holds, as if it were published. */
async function takeRequests(): Promise<Envelope[]> {
  const taken = await db.deleteFrom('outbox').returning(['envelope', 'topic']).execute();
  return taken.map(({ envelope }) => envelope as Envelope);
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
