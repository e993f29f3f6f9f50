import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SEED_DATABASES } from './loading/seed-step.ts';
import { DEFAULT_UNTIL } from './plan.ts';
import { findFinishedPlan, OtherPlanError, seedDatabases } from './seed-databases.ts';
import { testSeedTarget, type TestSeedTarget } from './testing/seed-target.ts';

/** Some seconds, on a machine that is busy with other tests. */
const SEEDING_MS = 60_000;
const SMALL = { scale: 0.000_001, seed: 1, until: DEFAULT_UNTIL };
/** Two chunks of orders. */
const LARGER = { scale: 0.000_6, seed: 1, until: DEFAULT_UNTIL };

/** Of every row but for times of the run and what hides passwords. */
async function fingerprint(target: TestSeedTarget) {
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
    ],
  };
  const hashes: Record<string, unknown> = {};
  for (const database of SEED_DATABASES) {
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

function startSeeding(target: TestSeedTarget, scale: number, mediaDir: string) {
  return spawn(
    process.execPath,
    [fileURLToPath(new URL('main.ts', import.meta.url)), '--scale', String(scale)],
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
    await seedDatabases({ ...one, plan: SMALL });
    await seedDatabases({ ...two, plan: SMALL });
    await seedDatabases({ ...other, plan: { ...SMALL, seed: 2 } });

    const rows = await fingerprint(one);
    expect(await fingerprint(two)).toEqual(rows);
    expect((await fingerprint(other))['customer_order']).not.toEqual(rows['customer_order']);
  },
  SEEDING_MS,
);

test(
  'a run that is killed goes on where it was, and ends with the same rows',
  async () => {
    await using whole = await testSeedTarget();
    await using broken = await testSeedTarget();
    await seedDatabases({ ...whole, plan: LARGER });

    const mediaDir = await mkdtemp(join(tmpdir(), 'plaza-media-'));
    const child = startSeeding(broken, LARGER.scale, mediaDir);
    for await (const line of createInterface(child.stdout)) {
      if (line.startsWith('reservations: 5000 ')) child.kill('SIGKILL');
    }
    await rm(mediaDir, { recursive: true });
    expect(child.signalCode).toBe('SIGKILL');
    expect(await findFinishedPlan(broken)).toBeUndefined();
    const done = await broken.query(
      'inventory',
      "select from seed_progress where step = 'reservations'",
    );
    expect(done.length).toBeGreaterThan(0);
    await seedDatabases({ ...broken, plan: LARGER });

    expect(await findFinishedPlan(broken)).toEqual(LARGER);
    expect(await fingerprint(broken)).toEqual(await fingerprint(whole));
  },
  SEEDING_MS,
);

test(
  'refuses to mix two plans in one database',
  async () => {
    await using target = await testSeedTarget();
    await seedDatabases({ ...target, plan: SMALL });

    const mixed = seedDatabases({ ...target, plan: { ...SMALL, seed: 2 } });

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
