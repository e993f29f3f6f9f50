// Plain JavaScript: `npm run reset` needs it on a machine where nothing is installed.
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine, isRunning } from '../pids.mjs';

/** Below it live the files of checkouts that the server's user cannot enter, such as those in /root. */
export const OUTSIDE = '/var/lib/plaza';
const OUTSIDE_HOME = /^\/var\/lib\/plaza\/[0-9a-f]{16}$/;

const pidFile = (clusterDir) => join(clusterDir, 'postmaster.pid');
/** The file of a data directory that says where its cluster is. */
export const homeRecord = (dataDir) => join(dataDir, 'home');

/** Where the files of the server are; undefined when it was never started from this data directory. */
export async function findHome(dataDir) {
  const home = (await readIfThere(homeRecord(dataDir)))?.trim();
  return home === dataDir || OUTSIDE_HOME.test(home ?? '') ? home : undefined;
}

/** The server that runs on this cluster, if any. Format: PostgreSQL's `src/include/utils/pidfile.h`. */
export async function findPostmaster(clusterDir) {
  const lines = (await readIfThere(pidFile(clusterDir)))?.split('\n') ?? [];
  const pid = Number(lines[0]);
  const isOurs = pid > 0 && isRunning(pid) && commandLine(pid).includes(clusterDir);
  if (!isOurs) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/** After a crash the file may name a process that is something else by now; the server would refuse to start. */
export async function removeStalePidFile(clusterDir) {
  await rm(pidFile(clusterDir), { force: true });
}

/** Removes all files of a stopped server, and says where they were. */
export async function removePostgres(dataDir) {
  const home = await findHome(dataDir);
  const folders = home === undefined || home === dataDir ? [dataDir] : [home, dataDir];
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
  return folders;
}

async function readIfThere(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
