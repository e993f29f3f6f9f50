import { Client } from 'pg';
import { migrate } from '../platform/database/migrate.ts';
import { connectDatabase } from '../platform/database/connect.ts';
import { silentLog } from '../platform/telemetry/log.ts';
import { accountsSteps } from './accounts/accounts-steps.ts';
import { catalogSteps } from './catalog/catalog-steps.ts';
import { chatSteps, CHAT_TABLES } from './chat/chat-steps.ts';
import { gamesSteps, GAMES_TABLES } from './games/games-steps.ts';
import { PLAYED_MS } from './games/game-plan.ts';
import { ensurePartitions } from '../subgraphs/games/data/partitions.ts';
import type { Tables as GamesTables } from '../subgraphs/games/data/tables.ts';
import { inventorySteps, soldStep } from './inventory/inventory-steps.ts';
import { RESERVATION_LINES, RESERVATIONS } from './inventory/reservation-rows.ts';
import { deferIndexes } from './loading/deferred.ts';
import { finishDatabases } from './loading/finish-databases.ts';
import { runStep, type Clients } from './loading/run-step.ts';
import { openRecord, readRecord, recordFinish } from './loading/seed-record.ts';
import {
  databasesOf,
  SEED_PARTS,
  type SeedDatabase,
  type SeedPart,
  type SeedStep,
} from './loading/seed-step.ts';
import { createOrderMaker } from './orders/order-seed.ts';
import { ORDER_TABLES, ordersSteps } from './orders/orders-steps.ts';
import { openTruth } from './orders/truth.ts';
import type { SeedPlan } from './plan.ts';
import { createWorld, type World } from './world.ts';

export interface SeedTarget {
  /** The PostgreSQL server, without a database. */
  databaseUrl: string;
  /** Before the name of each database; plaza_ when left out. */
  prefix?: string;
}

export interface SeedProgress {
  step: string;
  done: number;
  total: number;
  /** Of the rows of all steps, from 0 to 1. */
  share: number;
}

export interface SeedOptions extends SeedTarget {
  plan: SeedPlan;
  /** The shop alone when left out. */
  parts?: readonly SeedPart[];
  onProgress?: (progress: SeedProgress) => void;
}

/** Another plan has been begun or finished in these databases. */
export class OtherPlanError extends Error {
  override name = 'OtherPlanError';
}

/** Chunks under way at once: the server takes one while the next is made. */
const LANES = 2;

/** Tables that grow with the orders: filled without indexes when they are empty. */
const LARGE_TABLES: Partial<Record<SeedDatabase, readonly string[]>> = {
  orders: ORDER_TABLES.map(({ name }) => name),
  inventory: [RESERVATIONS.name, RESERVATION_LINES.name],
  games: GAMES_TABLES.map(({ name }) => name),
  chat: CHAT_TABLES.map(({ name }) => name),
};

const SHOP: readonly SeedPart[] = ['shop'];

/** What has been seeded; undefined unless all of it is there. Databases that are missing throw. */
export function findFinishedPlan(
  target: SeedTarget,
  parts: readonly SeedPart[] = SHOP,
): Promise<SeedPlan | undefined> {
  return withClients(target, parts, async (clients) => {
    const records = await Promise.all(Object.values(clients).map(readRecord));
    const isFinished = records.every((record) => record?.isFinished === true);
    return isFinished ? records[0]?.plan : undefined;
  });
}

/** What somebody has begun to seed, finished or not. */
export function findBegunPlan(
  target: SeedTarget,
  parts: readonly SeedPart[] = SHOP,
): Promise<SeedPlan | undefined> {
  return withClients(target, parts, async (clients) => {
    const records = await Promise.all(Object.values(clients).map(readRecord));
    return records.find((record) => record !== undefined)?.plan;
  });
}

/**
 * Fills the databases, which exist. Each chunk of rows is committed with its record, so a run that was
 * ended goes on where it was, and one that has finished does nothing.
 */
export async function seedDatabases(options: SeedOptions): Promise<void> {
  const { plan, parts = SHOP } = options;
  await refuseOtherPeople(options, parts, plan);
  await migrateDatabases(options);
  await withLanes(options, databasesOf(parts), LANES, async (lanes) => {
    const [first] = lanes;
    if (first === undefined) return;
    for (const client of Object.values(first)) await claim(client, plan);
    const records = await Promise.all(Object.values(first).map(readRecord));
    if (records.every((record) => record?.isFinished === true)) return;

    if (parts.includes('shop')) await openTruth(first.orders);
    for (const name of databasesOf(parts)) {
      const tables = LARGE_TABLES[name];
      if (tables !== undefined) await deferIndexes(first[name], tables);
    }
    await runSteps(lanes, parts, options);
    await finishDatabases(lanes, LARGE_TABLES, reporter(options, 1));
    for (const client of Object.values(first)) await recordFinish(client);
  });
}

/** Of the time that all of it takes; the rest goes into the indexes. */
const STEPS_SHARE = 0.75;

const STEPS_OF: Record<SeedPart, (world: World) => SeedStep[]> = {
  shop: (world) => [
    ...accountsSteps(world),
    ...catalogSteps(world),
    ...inventorySteps(world),
    ...ordersSteps(world, createOrderMaker(world)),
    soldStep(),
  ],
  games: gamesSteps,
  chat: chatSteps,
};

async function runSteps(
  lanes: readonly Clients[],
  parts: readonly SeedPart[],
  options: SeedOptions,
): Promise<void> {
  const world = createWorld(options.plan);
  const steps = SEED_PARTS.filter((part) => parts.includes(part)).flatMap((part) =>
    STEPS_OF[part](world),
  );
  const allRows = steps.reduce((sum, { rows }) => sum + rows, 0);
  let before = 0;
  for (const step of steps) {
    const { name, rows } = step;
    const startAt = before;
    await runStep(lanes, step, (done) =>
      options.onProgress?.({
        step: name,
        done,
        total: rows,
        share: ((startAt + done) / allRows) * STEPS_SHARE,
      }),
    );
    before += rows;
  }
}

function reporter({ onProgress }: SeedOptions, whole: number) {
  return (step: string, done: number, total: number) =>
    onProgress?.({
      step,
      done,
      total,
      share: STEPS_SHARE + (whole - STEPS_SHARE) * (done / total),
    });
}

/** Writes down what is to be done, unless something else has been begun here. */
async function claim(client: Client, plan: SeedPlan): Promise<void> {
  await openRecord(client, plan);
  const record = await readRecord(client);
  if (record !== undefined && describe(record.plan) !== describe(plan)) {
    throw new OtherPlanError(
      `these databases were seeded with ${describe(record.plan)}, not with ${describe(plan)}: ` +
        'ask for the same again, or reset them first (npm run reset)',
    );
  }
}

const describe = ({ scale, seed, until }: SeedPlan) =>
  `--scale ${scale} --seed ${seed} --until ${until.toISOString()}`;

/** Players and conversations are of the shop's users, who are those of its plan. */
async function refuseOtherPeople(
  target: SeedTarget,
  parts: readonly SeedPart[],
  plan: SeedPlan,
): Promise<void> {
  if (parts.includes('shop')) return;
  const shop = await findBegunPlan(target);
  if (shop !== undefined && describe(shop) !== describe(plan)) {
    throw new OtherPlanError(
      `the shop was seeded with ${describe(shop)}, and its users are whom ${parts.join(' and ')} would be about: ` +
        'ask for the same, or reset the databases first (npm run reset)',
    );
  }
}

/** For the months that are seeded: rows that no partition takes would lie together for ever. */
async function partitionHistory(target: SeedTarget, { until }: SeedPlan): Promise<void> {
  const { db } = connectDatabase<GamesTables>({
    url: urlOf(target, 'games'),
    poolSize: 1,
    statementTimeoutMs: 0,
    applicationName: 'plaza-seed',
    log: silentLog,
  });
  const from = new Date(until.getTime() - PLAYED_MS);
  await ensurePartitions(db, from, until).finally(() => db.destroy());
}

function withClients<Result>(
  target: SeedTarget,
  parts: readonly SeedPart[],
  work: (clients: Clients) => Promise<Result>,
): Promise<Result> {
  return withLanes(target, databasesOf(parts), 1, ([clients]) => work(clients as Clients));
}

async function withLanes<Result>(
  target: SeedTarget,
  databases: readonly SeedDatabase[],
  count: number,
  work: (lanes: readonly Clients[]) => Promise<Result>,
): Promise<Result> {
  const lanes = Array.from({ length: count }, () => connectLane(target, databases));
  const clients = lanes.flatMap((lane) => Object.values(lane));
  try {
    for (const client of clients) {
      // A lost connection fails the statement under way; without a listener it would end the process.
      client.on('error', () => undefined);
      await client.connect();
      // A chunk and its record are lost together or not at all, so nobody has to wait for the disk.
      await client.query('set synchronous_commit = off');
    }
    return await work(lanes);
  } finally {
    await Promise.allSettled(clients.map((client) => client.end()));
  }
}

function connectLane(target: SeedTarget, databases: readonly SeedDatabase[]): Clients {
  return Object.fromEntries(
    databases.map((name) => [name, new Client({ connectionString: urlOf(target, name) })]),
  ) as Clients;
}

/** The tables as the subgraphs make them, empty where they are new. */
export async function migrateDatabases(options: SeedOptions): Promise<void> {
  const { parts = SHOP, plan, ...target } = options;
  const messaging = new URL('../platform/messaging/migrations/', import.meta.url);
  for (const name of databasesOf(parts)) {
    const { db } = connectDatabase<unknown>({
      url: urlOf(target, name),
      poolSize: 2,
      statementTimeoutMs: 0,
      applicationName: 'plaza-seed',
      log: silentLog,
    });
    const own = new URL(`../subgraphs/${name}/data/migrations/`, import.meta.url);
    await migrate(db, [messaging, own]).finally(() => db.destroy());
  }
  if (parts.includes('games')) await partitionHistory(target, plan);
}

export function urlOf({ databaseUrl, prefix = 'plaza_' }: SeedTarget, name: SeedDatabase): string {
  return `${databaseUrl.replace(/\/$/, '')}/${prefix}${name}`;
}
