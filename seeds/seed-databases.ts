import { Client } from 'pg';
import { migrate } from '../platform/database/migrate.ts';
import { connectDatabase } from '../platform/database/connect.ts';
import { silentLog } from '../platform/telemetry/log.ts';
import { accountsSteps } from './accounts/accounts-steps.ts';
import { catalogSteps } from './catalog/catalog-steps.ts';
import { inventorySteps } from './inventory/inventory-steps.ts';
import {
  listDoneChunks,
  openRecord,
  readRecord,
  recordChunk,
  recordFinish,
} from './loading/seed-record.ts';
import { SEED_DATABASES, type SeedDatabase, type SeedStep } from './loading/seed-step.ts';
import { createOrderMaker } from './orders/order-seed.ts';
import { ordersSteps } from './orders/orders-steps.ts';
import type { SeedPlan } from './plan.ts';
import { createWorld } from './world.ts';

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
  onProgress?: (progress: SeedProgress) => void;
}

/** Another plan has been begun or finished in these databases. */
export class OtherPlanError extends Error {
  override name = 'OtherPlanError';
}

type Clients = Record<SeedDatabase, Client>;

/** What has been seeded; undefined unless all of it is there. Databases that are missing throw. */
export function findFinishedPlan(target: SeedTarget): Promise<SeedPlan | undefined> {
  return withClients(target, async (clients) => {
    const records = await Promise.all(Object.values(clients).map(readRecord));
    const isFinished = records.every((record) => record?.isFinished === true);
    return isFinished ? records[0]?.plan : undefined;
  });
}

/** What somebody has begun to seed, finished or not. */
export function findBegunPlan(target: SeedTarget): Promise<SeedPlan | undefined> {
  return withClients(target, async (clients) => {
    const records = await Promise.all(Object.values(clients).map(readRecord));
    return records.find((record) => record !== undefined)?.plan;
  });
}

/**
 * Fills the databases, which exist. Each chunk of rows is committed with its record, so a run that was
 * ended goes on where it was, and one that has finished does nothing.
 */
export async function seedDatabases(options: SeedOptions): Promise<void> {
  const { plan, onProgress = () => undefined } = options;
  await migrateAll(options);
  await withClients(options, async (clients) => {
    for (const client of Object.values(clients)) await claim(client, plan);

    const world = createWorld(plan);
    const order = createOrderMaker(world);
    const steps = [
      ...accountsSteps(world),
      ...catalogSteps(world),
      ...inventorySteps(world, order),
      ...ordersSteps(world, order),
    ];
    const allRows = steps.reduce((sum, { rows }) => sum + rows, 0);
    let before = 0;
    for (const step of steps) {
      const { name, rows } = step;
      await runStep(clients[step.database], step, (done) =>
        onProgress({ step: name, done, total: rows, share: (before + done) / allRows }),
      );
      before += rows;
    }
    for (const client of Object.values(clients)) {
      await client.query('analyze');
      await recordFinish(client);
    }
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

async function runStep(
  client: Client,
  step: SeedStep,
  report: (rowsDone: number) => void,
): Promise<void> {
  const { name, rows, chunkSize } = step;
  const done = await listDoneChunks(client, name);

  for (let chunk = 0; chunk * chunkSize < rows; chunk++) {
    const from = chunk * chunkSize;
    const to = Math.min(from + chunkSize, rows);
    if (!done.has(chunk)) {
      await inTransaction(client, async () => {
        await step.load(client, from, to);
        await recordChunk(client, name, chunk);
      });
    }
    report(to);
  }
}

async function inTransaction(client: Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await work();
    await client.query('commit');
  } catch (error) {
    // The first error says more than that the connection is gone too.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function withClients<Result>(
  target: SeedTarget,
  work: (clients: Clients) => Promise<Result>,
): Promise<Result> {
  const clients = Object.fromEntries(
    SEED_DATABASES.map((name) => [name, new Client({ connectionString: urlOf(target, name) })]),
  ) as Clients;
  try {
    for (const client of Object.values(clients)) {
      // A lost connection fails the statement under way; without a listener it would end the process.
      client.on('error', () => undefined);
      await client.connect();
      // A chunk and its record are lost together or not at all, so nobody has to wait for the disk.
      await client.query('set synchronous_commit = off');
    }
    return await work(clients);
  } finally {
    await Promise.allSettled(Object.values(clients).map((client) => client.end()));
  }
}

async function migrateAll(target: SeedTarget): Promise<void> {
  const messaging = new URL('../platform/messaging/migrations/', import.meta.url);
  for (const name of SEED_DATABASES) {
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
}

function urlOf({ databaseUrl, prefix = 'plaza_' }: SeedTarget, name: SeedDatabase): string {
  return `${databaseUrl.replace(/\/$/, '')}/${prefix}${name}`;
}
