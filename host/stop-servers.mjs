// Plain JavaScript: `npm run reset` needs it on a machine where nothing is installed.
import { join } from 'node:path';
import { stopPid } from './pids.mjs';
import { findHome, findPostmaster } from './postgres/postmaster.mjs';
import { findRedis } from './redis/record.mjs';

const STOP_WITHIN_MS = 20_000;

/** Stops the servers of data that is about to go, which needs no orderly end; returns what it stopped. */
export function stopServers(dirs) {
  return stopBoth(dirs, 'SIGQUIT', 'SIGKILL');
}

/** Stops the servers of data that stays, without waiting for anybody: PostgreSQL recovers when it starts again. */
export function stopServersAtOnce(dirs) {
  return stopBoth(dirs, 'SIGQUIT', 'SIGTERM');
}

async function stopBoth({ postgres, redis }, postgresSignal, redisSignal) {
  const home = await findHome(postgres);
  const postmaster = home && (await findPostmaster(join(home, 'cluster')));
  const stopped = [
    await stop('PostgreSQL', postmaster?.pid, postgresSignal),
    await stop('Redis', (await findRedis(redis))?.pid, redisSignal),
  ];
  return stopped.filter((line) => line !== undefined);
}

/** Returns what it stopped, or undefined when there was nothing to stop. */
export async function stop(name, pid, signal) {
  if (pid === undefined) return undefined;
  if (await stopPid(pid, signal, STOP_WITHIN_MS)) return `${name} (process ${pid})`;
  throw new Error(`${name} (process ${pid}) does not stop; its files are left as they are.`);
}
