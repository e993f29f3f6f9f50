import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownerOf, PREFIX, sweepAbandonedServices } from './abandoned-services.ts';
import { takeLock } from './lock.mjs';
import { silent } from './log.ts';
import { isRunning } from './pids.mjs';
import { findFreePort } from '../platform/process/free-port.ts';
import { findRedis } from './redis/record.mjs';
import { startRedis } from './redis.ts';
import { endedPid } from './testing/ended-process.ts';
import { temporaryFolder } from '../platform/testing/temporary-folder.ts';

test('ends the servers of a run that was killed, and leaves those of others', async () => {
  await using folder = await temporaryFolder();
  const [abandoned, inUse, justMade] = ['a', 'b', 'c'].map((name) =>
    join(folder.path, PREFIX + name),
  ) as [string, string, string];
  for (const dir of [abandoned, inUse, justMade]) await mkdir(dir);
  await takeLock(ownerOf(inUse));
  await writeFile(ownerOf(abandoned), JSON.stringify({ pid: await endedPid(), startedAt: '1' }));
  const dataDir = join(abandoned, 'redis');
  await startRedis({ dataDir, port: await findFreePort(), durable: false, log: silent });
  const redis = await findRedis(dataDir);

  await sweepAbandonedServices(silent, folder.path);

  expect(await readdir(folder.path)).toEqual([`${PREFIX}b`, `${PREFIX}c`]);
  expect(isRunning(Number(redis?.pid))).toBe(false);
});
