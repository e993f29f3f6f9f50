import { Client } from 'pg';
import { testRedis } from '../../../platform/testing/redis.ts';
import { seedDatabases } from '../../../seeds/seed-databases.ts';
import { testSeedTarget } from '../../../seeds/testing/seed-target.ts';
import { examine, type Examined } from '../examine.ts';
import {
  DATABASES,
  NIL_ID,
  type DatabaseName,
  type Invariant,
  type Places,
  type Range,
} from '../invariant.ts';
import { findSeededUntil } from '../seeded-until.ts';

export interface PlantedShop extends AsyncDisposable {
  places: Places;
  range: Range;
  query: Places['query'];
  /** Does harm, looks at everything, and takes the harm back. Gives the names of what is broken. */
  brokenBy: (harm: () => Promise<unknown>, all?: readonly Invariant[]) => Promise<string[]>;
  look: (all?: readonly Invariant[], range?: Partial<Range>) => Promise<Examined[]>;
  /** Takes the constraints of a table away: what they refuse is what is looked for. */
  unguard: (database: DatabaseName, table: string) => Promise<void>;
}

/** A seeded shop in which everything holds, each database in a transaction that is never committed. */
export async function plantShop(): Promise<PlantedShop> {
  const target = await testSeedTarget();
  const until = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);
  await seedDatabases({
    ...target,
    plan: { scale: 0.0001, seed: 1, until },
    parts: ['shop', 'games', 'chat'],
  });
  const clients = new Map<DatabaseName, Client>();
  for (const name of DATABASES) {
    const client = new Client({
      connectionString: `${target.databaseUrl}/${target.prefix}${name}`,
    });
    await client.connect();
    clients.set(name, client);
  }
  const redisDatabase = await testRedis();
  const { redis } = redisDatabase;
  const all = Array.from(clients.values());

  const query: Places['query'] = async <Row>(
    database: DatabaseName,
    text: string,
    values: readonly unknown[],
  ) => {
    const { rows } = (await clients.get(database)?.query(text, [...values])) ?? { rows: [] };
    return rows as Row[];
  };
  const places: Places = { query, redis };
  const range: Range = {
    sinceId: NIL_ID,
    isPartial: false,
    seededUntilId: await findSeededUntil(places),
    now: new Date(),
    sagaLimitMs: 60_000,
    giveUpMs: 600_000,
  };
  const look: PlantedShop['look'] = (some, more = {}) =>
    examine(
      places,
      { ...range, ...more },
      { settleMs: 0, ...(some !== undefined && { all: some }) },
    );

  return {
    places,
    range,
    query,
    look,
    async brokenBy(harm, some) {
      for (const client of all) await client.query('begin');
      try {
        await harm();
        return (await look(some)).filter(({ broken }) => broken > 0).map(({ name }) => name);
      } finally {
        for (const client of all) await client.query('rollback');
      }
    },
    async unguard(database, table) {
      const constraints = await query<{ name: string }>(
        database,
        `select quote_ident(conname) as name from pg_constraint
         where conrelid = $1::regclass and contype in ('c', 'u', 'f')`,
        [table],
      );
      for (const { name } of constraints) {
        await query(database, `alter table ${table} drop constraint ${name} cascade`, []);
      }
    },
    async [Symbol.asyncDispose]() {
      await redisDatabase[Symbol.asyncDispose]();
      await Promise.all(all.map((client) => client.end()));
      await target[Symbol.asyncDispose]();
    },
  };
}
