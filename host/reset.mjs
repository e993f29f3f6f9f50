// `npm run reset`. Plain JavaScript: works where nothing is installed.
import { access, rm } from 'node:fs/promises';
import { findLockHolder } from './lock.mjs';
import { stopPid } from './pids.mjs';
import { findHome, findPostmaster, removePostgres } from './postgres/postmaster.mjs';
import { findRedis } from './redis/record.mjs';
import { layoutOf, stateDirOf } from './state-layout.mjs';
import { join } from 'node:path';

const STOP_WITHIN_MS = 20_000;

try {
  await reset(stateDirOf(process.env));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function reset(stateDir) {
  const layout = layoutOf(stateDir);
  if (!(await exists(stateDir))) return console.log(`Nothing to remove: there is no ${stateDir}.`);
  if (!(await exists(layout.marker))) {
    throw new Error(`${stateDir} is left alone: it is not the state of Plaza.`);
  }

  await stop('Plaza', await findLockHolder(layout.lock), ['SIGTERM', 'SIGKILL']);
  // Data that is about to go needs no orderly shutdown.
  const home = await findHome(layout.postgres);
  const postmaster = home && (await findPostmaster(join(home, 'cluster')));
  await stop('PostgreSQL', postmaster?.pid, ['SIGQUIT']);
  await stop('Redis', (await findRedis(layout.redis))?.pid, ['SIGTERM', 'SIGKILL']);

  const removed = await removePostgres(layout.postgres);
  await rm(stateDir, { recursive: true, force: true });
  const outside = removed.filter((folder) => !folder.startsWith(stateDir));
  for (const folder of [stateDir, ...outside]) console.log(`Removed ${folder}`);
}

async function stop(name, pid, signals) {
  if (pid === undefined) return;
  for (const signal of signals) {
    if (await stopPid(pid, signal, STOP_WITHIN_MS)) {
      return console.log(`Stopped ${name} (process ${pid})`);
    }
  }
  throw new Error(`${name} (process ${pid}) does not stop; nothing was removed.`);
}

function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
