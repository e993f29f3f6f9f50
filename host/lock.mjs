// Plain JavaScript: `npm run reset` needs it on a machine where nothing is installed.
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isRunning, startedAt } from './pids.mjs';

/** Each round either gets the lock or finds who has it; more rounds mean that someone else works on it too. */
const MAX_ROUNDS = 10;

/**
 * Takes the lock for this process. Returns undefined when it did, else the number of the process
 * that has it. The lock of a process that ended without giving it back is taken over.
 */
export async function takeLock(file) {
  const ours = JSON.stringify({ pid: process.pid, startedAt: startedAt(process.pid) });
  for (let round = 0; round < MAX_ROUNDS; round++) {
    if (await createWith(file, ours)) return undefined;
    const content = await readIfThere(file);
    const holder = holderOf(content);
    if (holder !== undefined) return holder;
    if (content !== undefined) await setAside(file, content);
  }
  throw new Error(`The lock ${file} keeps changing; is something else writing it?`);
}

export async function findLockHolder(file) {
  return holderOf(await readIfThere(file));
}

export async function releaseLock(file) {
  if ((await findLockHolder(file)) === process.pid) await rm(file, { force: true });
}

function holderOf(content) {
  try {
    const lock = JSON.parse(content);
    return isRunning(lock.pid) && startedAt(lock.pid) === lock.startedAt ? lock.pid : undefined;
  } catch {
    return undefined;
  }
}

// Complete from the first moment on: a reader never sees half a lock.
async function createWith(file, content) {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content);
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

// Another process may have taken the stale lock over since we read it: then its lock is put back.
async function setAside(file, expected) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, 'utf8')) !== expected) await link(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function readIfThere(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
