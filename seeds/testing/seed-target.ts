import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { ensureDatabases } from '../../host/postgres/ensure-databases.ts';
import { SEED_DATABASES, type SeedDatabase } from '../loading/seed-step.ts';

/** Four empty databases that drop themselves when they leave scope. */
export async function testSeedTarget() {
  const databaseUrl = process.env['TEST_DATABASE_URL'];
  if (databaseUrl === undefined) {
    throw new Error('TEST_DATABASE_URL is not set: run through `node host/with-services.ts -- …`');
  }
  const prefix = `test_seed_${randomUUID().slice(0, 8)}_`;
  const names = SEED_DATABASES.map((name) => `${prefix}${name}`);
  await ensureDatabases(databaseUrl, names);

  return {
    databaseUrl,
    prefix,

    query<Row extends object>(database: SeedDatabase, text: string): Promise<Row[]> {
      return query<Row>(`${databaseUrl}/${prefix}${database}`, text);
    },

    async [Symbol.asyncDispose]() {
      for (const name of names) {
        await query(`${databaseUrl}/postgres`, `drop database "${name}" with (force)`);
      }
    },
  };
}

export type TestSeedTarget = Awaited<ReturnType<typeof testSeedTarget>>;

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}
