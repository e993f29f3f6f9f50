// Plain JavaScript: runs on Node 20 before anything is installed.
import { releaseLock, takeLock } from './lock.mjs';
import { layoutOf, stateDirOf } from './state-layout.mjs';
import { stopServersAtOnce } from './stop-servers.mjs';

/** Stops PostgreSQL and Redis of a Plaza that was killed; those of one that runs are left alone. Returns what it stopped. */
export async function stopLeftServers(stateDir = stateDirOf(process.env)) {
  const layout = layoutOf(stateDir);
  try {
    if ((await takeLock(layout.lock)) !== undefined) return [];
  } catch (error) {
    // Without the folder nothing was ever started.
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  try {
    return await stopServersAtOnce(layout);
  } finally {
    await releaseLock(layout.lock);
  }
}
