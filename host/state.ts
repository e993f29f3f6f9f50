import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { releaseLock, takeLock } from './lock.mjs';
import { layoutOf, type StateLayout } from './state-layout.mjs';

export interface LocalState extends StateLayout {
  dir: string;
  /** Lets the next instance in. A process that ends without it leaves a lock that is taken over. */
  release: () => Promise<void>;
}

/** Opens the folder of all local state for this process alone. */
export async function openState(dir: string): Promise<LocalState> {
  const layout = layoutOf(dir);
  await mkdir(dir, { recursive: true });
  await assertOurs(dir, layout.marker);
  // The user that PostgreSQL runs as must get through; the files inside have modes of their own.
  await chmod(dir, 0o711);
  await writeFile(
    layout.marker,
    'The local state of Plaza. `npm run reset` removes this folder.\n',
  );

  const holder = await takeLock(layout.lock);
  if (holder !== undefined) {
    throw new Error(
      `Plaza runs already on ${dir} (process ${holder}). ` +
        `Stop it with Ctrl-C or "kill ${holder}", or set PLAZA_STATE_DIR to another folder.`,
    );
  }
  return { dir, ...layout, release: () => releaseLock(layout.lock) };
}

// A folder with somebody's files is neither opened nor, later, removed.
async function assertOurs(dir: string, marker: string): Promise<void> {
  const names = await readdir(dir);
  if (names.length === 0 || names.includes(basename(marker))) return;
  throw new Error(`${dir} holds other files. Set PLAZA_STATE_DIR to a new or empty folder.`);
}
