import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findLockHolder, releaseLock, takeLock } from './lock.mjs';
import { startedAt } from './pids.mjs';
import { endedPid } from './testing/ended-process.ts';
import { temporaryFolder } from '../platform/testing/temporary-folder.ts';

test('a lock is had once, until it is given back', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'lock.json');

  expect(await takeLock(file)).toBeUndefined();
  expect(await takeLock(file)).toBe(process.pid);
  await releaseLock(file);
  expect(await takeLock(file)).toBeUndefined();
  expect(await readdir(folder.path)).toEqual(['lock.json']);
});

test('takes over the lock of a process that has ended', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'lock.json');
  await writeFile(file, JSON.stringify({ pid: await endedPid(), startedAt: '1' }));

  expect(await takeLock(file)).toBeUndefined();
  expect(await findLockHolder(file)).toBe(process.pid);
});

test('takes over the lock of a process whose number another one has now', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'lock.json');
  await writeFile(file, JSON.stringify({ pid: process.pid, startedAt: 'long ago' }));

  expect(await takeLock(file)).toBeUndefined();
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    startedAt: startedAt(process.pid),
  });
});

test('takes over a lock that is not readable as one', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'lock.json');
  await writeFile(file, '{"pid":');

  expect(await takeLock(file)).toBeUndefined();
});

test('does not give back the lock of another process', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'lock.json');
  const parent = { pid: process.ppid, startedAt: startedAt(process.ppid) };
  await writeFile(file, JSON.stringify(parent));

  await releaseLock(file);

  expect(await findLockHolder(file)).toBe(process.ppid);
});
