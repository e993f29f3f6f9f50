import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Log } from '../telemetry/log.ts';
import { preparedPool } from './prepared-pool.ts';

export interface DatabaseOptions {
  /** postgres://user:password@host:port/database */
  url: string;
  /** Most connections at once. */
  poolSize: number;
  /** After which PostgreSQL ends a statement. */
  statementTimeoutMs: number;
  applicationName: string;
  log: Log;
  /** Hears of each new session, by the id of its process on the server. */
  onSession?: ((pid: number) => void) | undefined;
}

export interface Database<Tables> {
  db: Kysely<Tables>;
  pool: Pool;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** A transaction that its process has forgotten must not hold locks for long. */
const IDLE_IN_TRANSACTION_MS = 30_000;
/** Then a connection is replaced, and with it the plans that it made when the tables were smaller. */
const MAX_USES = 1_000;

// Counts and sums come back as bigint text; ours stay far below 2^53.
types.setTypeParser(types.builtins.INT8, Number);

export function connectDatabase<Tables>(options: DatabaseOptions): Database<Tables> {
  const pool = new Pool({
    connectionString: options.url,
    max: options.poolSize,
    maxUses: MAX_USES,
    // What travels together is sent before any of it is answered.
    pipeline: true,
    statement_timeout: options.statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: options.applicationName,
  });
  // Without a listener a restart of the server would end this process.
  pool.on('error', (error) =>
    options.log.warn({ error: error.message }, 'database connection lost'),
  );
  // The pool listens to idle connections only: this is for one whose transaction waits, say, for the bus.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    const { processID } = client as { processID?: number | null };
    if (processID != null) options.onSession?.(processID);
  });
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparedPool(pool) }) }),
    pool,
  };
}

/** The URL of `database` on the server that `url` names; a URL that names a database is used as it is. */
export function databaseUrl(url: string, database: string): string {
  const parsed = new URL(url);
  if (parsed.pathname === '' || parsed.pathname === '/') parsed.pathname = `/${database}`;
  return parsed.toString();
}
