import { Client } from 'pg';

const DUPLICATE_DATABASE = '42P04';

/** Creates the databases that are missing on the server at `url`. Safe to run twice, also at once. */
export async function ensureDatabases(url: string, names: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: `${url}/postgres` });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where datname = any($1)',
      [names],
    );
    const present = new Set(rows.map(({ datname }) => datname));
    for (const name of names.filter((each) => !present.has(each))) {
      await create(client, name);
    }
  } finally {
    await client.end();
  }
}

async function create(client: Client, name: string): Promise<void> {
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== DUPLICATE_DATABASE) throw error;
  }
}
