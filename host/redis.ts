import { spawn } from 'node:child_process';
import { mkdir, realpath } from 'node:fs/promises';
import type { Log } from './log.ts';
import { stopPid } from './pids.mjs';
import { assertPortFree } from './ports.ts';
import { answersFrom } from './redis/answers-from.ts';
import { ensureRedisProgram } from './redis/program.ts';
import { findRedis, forgetRedis, recordRedis, type RunningRedis } from './redis/record.mjs';
import { endOfServerLog, openServerLog } from './server-log.ts';
import { waitUntil } from './wait-until.ts';

export interface RedisOptions {
  dataDir: string;
  port: number;
  /** True keeps an append-only file, synced every second. */
  durable: boolean;
  log: Log;
}

export interface LocalRedis {
  url: string;
  /** True when the server of an earlier, killed start was still running. */
  adopted: boolean;
  stop: () => Promise<void>;
}

/** Covers the replay of a long append-only file. */
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 20_000;

/** Starts Redis on this data directory, or takes over the one that still runs there. */
export async function startRedis(options: RedisOptions): Promise<LocalRedis> {
  // Sessions are in there: Redis itself writes its files readable for everybody.
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
  const dataDir = await realpath(options.dataDir);
  const left = await findUsable(dataDir, options);
  const pid = left?.pid ?? (await startServer(dataDir, options));
  if (left) options.log.info(`Redis (process ${pid}) still runs from before: using it.`);
  return {
    url: `redis://127.0.0.1:${options.port}`,
    adopted: left !== undefined,
    // Somebody may have started it again meanwhile, as an exercise of its failure does.
    stop: async () => stopServer(dataDir, (await findRedis(dataDir))?.pid ?? pid),
  };
}

/** A server left from before; one on another port than is wanted now, or that does not answer, is stopped. */
async function findUsable(
  dataDir: string,
  { port, log }: RedisOptions,
): Promise<RunningRedis | undefined> {
  const left = await findRedis(dataDir);
  if (!left) return undefined;
  if (left.port === port && (await isReady(dataDir, left))) return left;

  if (left.port !== port) log.info(`Redis moves from port ${left.port} to ${port}.`);
  await stopServer(dataDir, left.pid);
  return undefined;
}

async function startServer(dataDir: string, { port, durable, log }: RedisOptions): Promise<number> {
  const program = await ensureRedisProgram(log);
  await assertPortFree(port, 'REDIS_PORT');
  const output = await openServerLog(dataDir);
  try {
    // A group of its own: Ctrl-C in the terminal must not reach it before we have drained.
    const server = spawn(program, serverFlags(dataDir, port, durable), {
      cwd: dataDir,
      env: { ...HUGE_PAGES, ...process.env },
      detached: true,
      stdio: ['ignore', output.fd, output.fd],
    });
    await new Promise<void>((done, fail) => server.once('spawn', done).once('error', fail));
    server.unref();
    const { pid } = server;
    if (pid === undefined) throw new Error(`${program} has no process number.`);
    await recordRedis(dataDir, pid, port);
    const hasEnded = () => server.exitCode !== null || server.signalCode !== null;
    if (await isReady(dataDir, { port }, hasEnded)) return pid;
    server.kill('SIGKILL');
  } finally {
    await output.close();
  }
  throw new Error(`Redis did not start. ${await endOfServerLog(dataDir)}`);
}

/**
 * Boards are many small pieces all over the memory, and finding the pages of them is much of what a step costs: with pages of 2 MB in
 * place of 4 KB a score is added in four fifths of the time, and the fork that writes the append-only file anew takes a seventh.
 * Linux alone, and a build of Redis with jemalloc as Debian's, listen to it.
 */
const HUGE_PAGES = { MALLOC_CONF: 'thp:always' };

function serverFlags(dataDir: string, port: number, durable: boolean): string[] {
  const settings = {
    bind: '127.0.0.1',
    port,
    dir: dataDir,
    daemonize: 'no',
    // The append-only file is the only copy; snapshots beside it would fork for nothing.
    save: '',
    appendonly: durable ? 'yes' : 'no',
    appendfsync: 'everysec',
    // Writing it anew takes a processor for seconds, and scores alone fill 64 MB in as few.
    'auto-aof-rewrite-min-size': '512mb',
    'disable-thp': 'no',
    // Test files that run side by side take a database each.
    databases: 64,
  };
  return Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
}

async function isReady(dataDir: string, { port }: { port: number }, hasEnded = () => false) {
  const isSettled = async () => hasEnded() || (await answersFrom(dataDir, port));
  return (await waitUntil(isSettled, READY_WITHIN_MS)) && !hasEnded();
}

async function stopServer(dataDir: string, pid: number): Promise<void> {
  // SIGTERM writes what is buffered; after SIGKILL at most the last second is lost.
  const hasStopped =
    (await stopPid(pid, 'SIGTERM', STOP_WITHIN_MS)) ||
    (await stopPid(pid, 'SIGKILL', STOP_WITHIN_MS));
  if (!hasStopped) throw new Error(`Redis (process ${pid}) does not stop.`);
  await forgetRedis(dataDir);
}
