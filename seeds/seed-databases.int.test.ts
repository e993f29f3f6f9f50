import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../platform/testing/temporary-folder.ts';
import { databasesOf, SEED_PARTS, type SeedPart } from './loading/seed-step.ts';
import { DEFAULT_UNTIL } from './plan.ts';
import {
  findFinishedPlan,
  migrateDatabases,
  OtherPlanError,
  seedDatabases,
} from './seed-databases.ts';
import { testSeedTarget, type TestSeedTarget } from './testing/seed-target.ts';

/** Some seconds, on a machine that is busy with other tests. */
const SEEDING_MS = 60_000;
const parts = SEED_PARTS;
const SMALL = { scale: 0.000_001, seed: 1, until: DEFAULT_UNTIL };
/** Two chunks of orders, and of players. */
const LARGER = { scale: 0.000_6, seed: 1, until: DEFAULT_UNTIL };

/** Of every row but for times of the run and what hides passwords. */
async function fingerprint(target: TestSeedTarget, some: readonly SeedPart[] = parts) {
  const tables = {
    accounts: ['"user"', 'address'],
    catalog: ['category', 'product', 'search_word'],
    inventory: ['warehouse', 'stock', 'product_stock', 'reservation', 'reservation_line'],
    orders: [
      'customer_order',
      'order_line',
      'order_timeline',
      'payment',
      'shipment',
      'provider_charge',
      'sold_name',
      'seed_fraud',
      'seed_flash_sale',
    ],
    games: ['player', 'score_submission', 'followed_player'],
    chat: ['conversation', 'conversation_member', 'message', 'message_word', 'contact'],
  };
  const hashes: Record<string, unknown> = {};
  for (const database of databasesOf(some)) {
    for (const table of tables[database]) {
      const [row] = await target.query<object>(
        database,
        `select count(*)::integer as rows, md5(string_agg(md5((to_jsonb(t) - 'password_hash')::text), ''
           order by to_jsonb(t) - 'password_hash')) as hash from ${table} as t`,
      );
      hashes[table] = row;
    }
  }
  return hashes;
}

function startSeeding(
  target: TestSeedTarget,
  scale: number,
  some: readonly SeedPart[],
  mediaDir: string,
) {
  return spawn(
    process.execPath,
    [
      fileURLToPath(new URL('main.ts', import.meta.url)),
      '--scale',
      String(scale),
      '--parts',
      some.join(','),
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: target.databaseUrl,
        DATABASE_PREFIX: target.prefix,
        MEDIA_DIR: mediaDir,
      },
    },
  );
}

test(
  'the same plan makes the same rows, another seed makes others',
  async () => {
    await using one = await testSeedTarget();
    await using two = await testSeedTarget();
    await using other = await testSeedTarget();
    await seedDatabases({ ...one, plan: SMALL, parts });
    await seedDatabases({ ...two, plan: SMALL, parts });
    await seedDatabases({ ...other, plan: { ...SMALL, seed: 2 }, parts });

    const rows = await fingerprint(one);
    expect(await fingerprint(two)).toEqual(rows);
    expect((await fingerprint(other))['customer_order']).not.toEqual(rows['customer_order']);
  },
  SEEDING_MS,
);

/** Indexes, constraints, triggers and storage options of what the subgraphs own. */
async function shapeOf(target: TestSeedTarget, some: readonly SeedPart[] = parts) {
  const shape: Record<string, unknown> = {};
  for (const database of databasesOf(some)) {
    shape[database] = await target.query(
      database,
      `select tablename as owner, indexdef as what, true as is_valid from pg_indexes
       where schemaname = 'public' and tablename not like 'seed%'
       union all
       select conrelid::regclass::text, conname || ' ' || pg_get_constraintdef(oid), convalidated
       from pg_constraint
       where connamespace = 'public'::regnamespace and conrelid::regclass::text not like 'seed%'
       union all
       select tgrelid::regclass::text, tgname, tgenabled = 'O' from pg_trigger where not tgisinternal
       union all
       select relname, coalesce(reloptions::text, ''), true from pg_class
       where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not like 'seed%'
       order by 1, 2`,
    );
  }
  return shape;
}

test(
  'what was put off for speed is there again',
  async () => {
    await using fresh = await testSeedTarget();
    await using seeded = await testSeedTarget();
    await migrateDatabases({ ...fresh, plan: SMALL, parts });
    await seedDatabases({ ...seeded, plan: SMALL, parts });

    expect(await shapeOf(seeded)).toEqual(await shapeOf(fresh));
  },
  SEEDING_MS,
);

test.each<[string, SeedPart[]]>([
  ['orders: ', ['shop']],
  ['indexes: ', ['shop']],
  ['players: ', ['games', 'chat']],
  ['indexes: ', ['games', 'chat']],
])(
  'a run that is killed at the line %j of %j goes on where it was, and ends with the same rows',
  async (line, some) => {
    await using whole = await testSeedTarget();
    await using broken = await testSeedTarget();
    await seedDatabases({ ...whole, plan: LARGER, parts: some });

    await using media = await temporaryFolder();
    const child = startSeeding(broken, LARGER.scale, some, media.path);
    const closed = once(child, 'close');
    for await (const said of createInterface(child.stdout)) {
      if (said.startsWith(line)) child.kill('SIGKILL');
    }
    await closed;
    expect(child.signalCode).toBe('SIGKILL');
    expect(await findFinishedPlan(broken, some)).toBeUndefined();
    const large = some.includes('shop') ? 'orders' : 'games';
    const done = await broken.query(large, 'select from seed_progress');
    expect(done.length).toBeGreaterThan(0);
    const putOff = await broken.query(large, 'select from seed_deferred');
    expect(putOff.length).toBeGreaterThan(0);
    await seedDatabases({ ...broken, plan: LARGER, parts: some });

    expect(await findFinishedPlan(broken, some)).toEqual(LARGER);
    expect(await fingerprint(broken, some)).toEqual(await fingerprint(whole, some));
    expect(await shapeOf(broken, some)).toEqual(await shapeOf(whole, some));
  },
  SEEDING_MS,
);

test(
  'refuses to mix two plans in one database',
  async () => {
    await using target = await testSeedTarget();
    await seedDatabases({ ...target, plan: SMALL, parts });

    const mixed = seedDatabases({ ...target, plan: { ...SMALL, seed: 2 }, parts });

    await expect(mixed).rejects.toThrow(OtherPlanError);
    await expect(mixed).rejects.toThrow('--seed 1');
  },
  SEEDING_MS,
);

test(
  'refuses to put demo accounts into production',
  async () => {
    await using target = await testSeedTarget();
    const child = spawn(
      process.execPath,
      [fileURLToPath(new URL('main.ts', import.meta.url)), '--scale', '0.001'],
      { env: { ...process.env, DATABASE_URL: target.databaseUrl, PLAZA_ENV: 'production' } },
    );
    const said: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    const [code] = (await once(child, 'close')) as [number];

    expect(code).toBe(1);
    expect(Buffer.concat(said).toString()).toContain('PLAZA_ENV is production');
  },
  SEEDING_MS,
);
