import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLockHolder, takeLock } from './lock.mjs';
import type { Log } from './log.ts';
import { removePostgres } from './postgres/postmaster.mjs';
import { stopServers } from './stop-servers.mjs';

/** Temporary servers live in folders of this name below the system's temporary folder. */
export const PREFIX = 'plaza-services-';

/** Says in such a folder which process it belongs to. */
export const ownerOf = (dir: string) => join(dir, 'owner.json');

/** A folder for temporary servers of this process. When it is killed the next run ends them and removes it. */
export async function createServiceFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), PREFIX));
  // The user that PostgreSQL runs as must get through.
  await chmod(dir, 0o711);
  await takeLock(ownerOf(dir));
  return dir;
}

/** Ends the temporary servers of runs that were killed before they could do it themselves. */
export async function sweepAbandonedServices(log: Log, parent = tmpdir()): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(PREFIX)) continue;
    try {
      await sweep(join(parent, name));
    } catch (error) {
      // Another run may be sweeping too, and what is left is no reason not to start.
      log.warn(`${join(parent, name)} could not be removed: ${String(error)}`);
    }
  }
}

async function sweep(dir: string): Promise<void> {
  // A folder without an owner yet was made a moment ago.
  const hasOwner = (await readdir(dir).catch((): string[] => [])).includes('owner.json');
  if (!hasOwner || (await findLockHolder(ownerOf(dir))) !== undefined) return;
  const postgres = join(dir, 'postgres');
  await stopServers({ postgres, redis: join(dir, 'redis') });
  await removePostgres(postgres);
  await rm(dir, { recursive: true, force: true });
}
