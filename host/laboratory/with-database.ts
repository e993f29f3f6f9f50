import { Client } from 'pg';

export const urlOf = (env: Readonly<Record<string, string>>, subgraph: string): string =>
  `${env['DATABASE_URL']}/${env['DATABASE_PREFIX']}${subgraph}`;

/** One connection to a subgraph's database, for as long as the work takes. */
export async function withDatabase<Result>(
  env: Readonly<Record<string, string>>,
  subgraph: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    connectionString: urlOf(env, subgraph),
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
