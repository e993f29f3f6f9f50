import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLine, isRunning } from '../pids.mjs';

/** A running server, as it describes itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  isReady: boolean;
}

const pidFile = (clusterDir: string) => join(clusterDir, 'postmaster.pid');

/** The server that runs on this cluster, if any. Format: PostgreSQL's `src/include/utils/pidfile.h`. */
export async function findPostmaster(clusterDir: string): Promise<Postmaster | undefined> {
  let lines: string[];
  try {
    lines = (await readFile(pidFile(clusterDir), 'utf8')).split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const isOurs = pid > 0 && isRunning(pid) && commandLine(pid).includes(clusterDir);
  if (!isOurs) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/** After a crash the file may name a process that is something else by now; the server would refuse to start. */
export async function removeStalePidFile(clusterDir: string): Promise<void> {
  await rm(pidFile(clusterDir), { force: true });
}
