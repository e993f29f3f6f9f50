import { Client } from 'pg';

/** One connection to a subgraph's database, for as long as the work takes. */
export async function withDatabase<Result>(
  env: Readonly<Record<string, string>>,
  subgraph: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: `${env['DATABASE_URL']}/${env['DATABASE_PREFIX']}${subgraph}`,
    application_name: 'plaza-laboratory',
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
