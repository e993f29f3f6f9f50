// Plain JavaScript: `npm run reset` needs it on a machine where nothing is installed.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning, startedAt } from '../pids.mjs';

const recordOf = (dataDir) => join(dataDir, 'server.json');

/** Remembers a server we started, to know it again after a crash of ours. */
export async function recordRedis(dataDir, pid, port) {
  const running = { pid, port, startedAt: startedAt(pid) };
  await writeFile(recordOf(dataDir), JSON.stringify(running));
}

export async function forgetRedis(dataDir) {
  await rm(recordOf(dataDir), { force: true });
}

/** The server that we started on this data directory, if it still runs. */
export async function findRedis(dataDir) {
  try {
    const running = JSON.parse(await readFile(recordOf(dataDir), 'utf8'));
    // The moment it started tells it from a later process with the same number.
    const isSame = isRunning(running.pid) && startedAt(running.pid) === running.startedAt;
    return isSame ? running : undefined;
  } catch {
    return undefined;
  }
}
