import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Client } from 'pg';
import type { Log } from './log.ts';
import { stopPid } from './pids.mjs';
import { assertPortFree } from './ports.ts';
import { endOfServerLog, openServerLog } from './server-log.ts';
import { waitUntil } from './wait-until.ts';
import { ensureCluster, SERVER_ENV, SUPERUSER } from './postgres/cluster.ts';
import { loadOrCreatePassword } from './postgres/password.ts';
import { type Place, preparePlace } from './postgres/place.ts';
import { findPostmaster, type Postmaster, removeStalePidFile } from './postgres/postmaster.mjs';
import { serverFlags } from './postgres/tuning.ts';

export interface PostgresOptions {
  dataDir: string;
  port: number;
  /** False trades safety in a crash of the machine for speed: for tests. */
  durable: boolean;
  log: Log;
}

export interface LocalPostgres {
  /** The server, with credentials and without a database: append `/<database>`. */
  url: string;
  /** True when the server of an earlier, killed start was still running. */
  adopted: boolean;
  stop: () => Promise<void>;
}

/** Covers the replay of the log after a crash. */
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;

/** Starts PostgreSQL on this data directory, or takes over the one that still runs there. */
export async function startPostgres(options: PostgresOptions): Promise<LocalPostgres> {
  const dataDir = resolve(options.dataDir);
  const place = await preparePlace(dataDir);
  const password = await loadOrCreatePassword(dataDir);
  const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${options.port}`;

  const left = await findUsable(place, options);
  const pid = left?.pid ?? (await startServer(place, password, dataDir, options));
  await assertOurs(url, place);
  if (left) options.log.info(`PostgreSQL (process ${pid}) still runs from before: using it.`);
  // Somebody may have started it again meanwhile, as an exercise of its failure does.
  const stop = async () => stopServer((await findPostmaster(place.clusterDir))?.pid ?? pid);
  return { url, adopted: left !== undefined, stop };
}

/** A server left from before; one on another port than is wanted now, or that does not get ready, is stopped. */
async function findUsable(place: Place, { port, log }: PostgresOptions) {
  const left = await findPostmaster(place.clusterDir);
  if (!left) return undefined;
  if (left.port === port && (await isReady(place, left.pid))) return left;

  if (left.port !== port) log.info(`PostgreSQL moves from port ${left.port} to ${port}.`);
  await stopServer(left.pid);
  return undefined;
}

async function startServer(
  place: Place,
  password: string,
  dataDir: string,
  { port, durable, log }: PostgresOptions,
): Promise<number> {
  await assertPortFree(port, 'POSTGRES_PORT');
  if (await ensureCluster(place, password, durable))
    log.info('PostgreSQL: database cluster created.');
  await removeStalePidFile(place.clusterDir);

  const output = await openServerLog(dataDir);
  try {
    const flags = serverFlags({ clusterDir: place.clusterDir, port, durable });
    // A group of its own: Ctrl-C in the terminal must not reach it before we have drained.
    const server = spawn(place.programs.postgres, flags, {
      ...place.account,
      cwd: '/',
      env: SERVER_ENV,
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    await new Promise<void>((done, fail) => server.once('spawn', done).once('error', fail));
    server.unref();
    const { pid } = server;
    if (pid === undefined) throw new Error('PostgreSQL has no process number.');
    const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
    if (await isReady(place, pid, hasEnded)) return pid;
    server.kill('SIGQUIT');
  } finally {
    await output.close();
  }
  throw new Error(`PostgreSQL did not start. ${await endOfServerLog(dataDir)}`);
}

/** True once the server takes connections; false when it ended or is not ready in time. */
async function isReady(place: Place, pid: number, hasEnded = () => false): Promise<boolean> {
  let found: Postmaster | undefined;
  let sawServer = false;
  await waitUntil(async () => {
    found = await findPostmaster(place.clusterDir);
    sawServer ||= found !== undefined;
    return hasEnded() || found?.isReady === true || (sawServer && found === undefined);
  }, READY_WITHIN_MS);
  return found?.isReady === true && found.pid === pid;
}

async function stopServer(pid: number): Promise<void> {
  // SIGINT ends sessions and writes a checkpoint; SIGQUIT leaves the recovery to the next start.
  if (await stopPid(pid, 'SIGINT', STOP_WITHIN_MS)) return;
  if (await stopPid(pid, 'SIGQUIT', STOP_WITHIN_MS)) return;
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}

async function assertOurs(url: string, { clusterDir }: Place): Promise<void> {
  const client = new Client({ connectionString: `${url}/postgres` });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    const actual = rows[0]?.data_directory;
    if (actual === clusterDir) return;
    throw new Error(`it serves ${actual}, not ${clusterDir}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `PostgreSQL runs but does not accept us: ${reason}. If its password file was lost: npm run reset.`,
      { cause: error },
    );
  } finally {
    await client.end();
  }
}
