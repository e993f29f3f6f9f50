// `npm run reset`. Plain JavaScript: works where nothing is installed.
import { access, rm } from 'node:fs/promises';
import { findLockHolder } from './lock.mjs';
import { removePostgres } from './postgres/postmaster.mjs';
import { layoutOf, stateDirOf } from './state-layout.mjs';
import { stop, stopServers } from './stop-servers.mjs';

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

  const plaza = await stop('Plaza', await findLockHolder(layout.lock), 'SIGTERM');
  const servers = await stopServers(layout);
  for (const name of [plaza, ...servers]) if (name) console.log(`Stopped ${name}`);

  const removed = await removePostgres(layout.postgres);
  await rm(stateDir, { recursive: true, force: true });
  const outside = removed.filter((folder) => !folder.startsWith(stateDir));
  for (const folder of [stateDir, ...outside]) console.log(`Removed ${folder}`);
}

function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
