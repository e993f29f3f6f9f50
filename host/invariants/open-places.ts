import { Redis } from 'ioredis';
import { Client } from 'pg';
import { DATABASES, type DatabaseName, type Places } from './invariant.ts';

export interface Where {
  databaseUrl: string;
  prefix: string;
  redisUrl: string;
}

/** A look at everything may take a while at full size; nothing waits for it. */
const STATEMENT_MS = 600_000;
const APPLICATION = 'plaza-invariants';

/** Opens what is looked at, for reading only. */
export async function openPlaces({
  databaseUrl,
  prefix,
  redisUrl,
}: Where): Promise<Places & AsyncDisposable> {
  const clients = new Map<DatabaseName, Client>();
  const redis = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 3 });
  redis.on('error', () => undefined);
  const close = async () => {
    redis.disconnect();
    await Promise.allSettled(Array.from(clients.values(), (client) => client.end()));
  };
  try {
    await redis.connect();
    for (const name of DATABASES)
      clients.set(name, await connect(`${databaseUrl}/${prefix}${name}`));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    redis,
    async query<Row>(database: DatabaseName, text: string, values: readonly unknown[]) {
      const client = clients.get(database);
      if (client === undefined) throw new Error(`there is no database ${database}`);
      const { rows } = await client.query(text, [...values]);
      return rows as Row[];
    },
    [Symbol.asyncDispose]: close,
  };
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({
    connectionString,
    application_name: APPLICATION,
    statement_timeout: STATEMENT_MS,
    options: '-c default_transaction_read_only=on -c jit=off -c work_mem=64MB',
  });
  // A lost connection fails the statement under way; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
