import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { isRunning, startedAt } from '../pids.mjs';

/** What we remember of a server we started, to know it again after a crash of ours. */
export interface RunningRedis {
  pid: number;
  port: number;
  /** Guards against another process that got the same number since. */
  startedAt: string;
}

const ANSWER_WITHIN_MS = 2000;
const recordOf = (dataDir: string) => join(dataDir, 'server.json');

export async function recordRedis(dataDir: string, pid: number, port: number): Promise<void> {
  const running: RunningRedis = { pid, port, startedAt: startedAt(pid) };
  await writeFile(recordOf(dataDir), JSON.stringify(running));
}

export async function forgetRedis(dataDir: string): Promise<void> {
  await rm(recordOf(dataDir), { force: true });
}

/** The server that we started on this data directory, if it still runs. */
export async function findRedis(dataDir: string): Promise<RunningRedis | undefined> {
  let running: RunningRedis;
  try {
    running = JSON.parse(await readFile(recordOf(dataDir), 'utf8')) as RunningRedis;
  } catch {
    return undefined;
  }
  const isSame = isRunning(running.pid) && startedAt(running.pid) === running.startedAt;
  return isSame ? running : undefined;
}

/** True once the server at this port has loaded its data and keeps it in `dataDir`. */
export async function answersFrom(dataDir: string, port: number): Promise<boolean> {
  const redis = new Redis({
    host: '127.0.0.1',
    port,
    lazyConnect: true,
    connectTimeout: ANSWER_WITHIN_MS,
    commandTimeout: ANSWER_WITHIN_MS,
    enableReadyCheck: false,
    retryStrategy: () => null,
  });
  // Why it failed does not matter here: the caller asks again, or shows the server's own log.
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.ping();
    const [, dir] = (await redis.config('GET', 'dir')) as string[];
    return dir === (await realpath(dataDir));
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
