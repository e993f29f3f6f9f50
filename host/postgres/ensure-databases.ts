import { Client } from 'pg';

/** Any number will do, as long as nothing else locks the same one in database `postgres`. */
const LOCK = 7_215_001;

/** Creates the databases that are missing on the server at `url`. Safe to run twice, also at once. */
export async function ensureDatabases(url: string, names: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: `${url}/postgres` });
  await client.connect();
  try {
    // Two that create the same database at once may both find it missing; the session's end unlocks.
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rows } = await client.query<{ datname: string }>(
      'select datname from pg_database where datname = any($1)',
      [names],
    );
    const present = new Set(rows.map(({ datname }) => datname));
    for (const name of names.filter((each) => !present.has(each))) {
      await client.query(`create database ${client.escapeIdentifier(name)}`);
    }
  } finally {
    await client.end();
  }
}
