import { execFile } from 'node:child_process';
import { access, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { silent } from './log.ts';
import { findFreePort } from '../platform/process/free-port.ts';
import { findPostmaster } from './postgres/postmaster.mjs';
import { startPostgres } from './postgres.ts';
import { findRedis } from './redis/record.mjs';
import { startRedis } from './redis.ts';
import { openState } from './state.ts';
import { temporaryFolder } from '../platform/testing/temporary-folder.ts';

const START_LIMIT_MS = 60_000;

function reset(stateDir: string) {
  const script = join(import.meta.dirname, 'reset.mjs');
  const env = { ...process.env, PLAZA_STATE_DIR: stateDir };
  return promisify(execFile)(process.execPath, [script], { env });
}

test(
  'stops what runs from the state and removes it, and nothing else',
  async () => {
    await using folder = await temporaryFolder();
    const dir = join(folder.path, 'state');
    const state = await openState(dir);
    const shared = { durable: false, log: silent };
    await startPostgres({ ...shared, dataDir: state.postgres, port: await findFreePort() });
    await startRedis({ ...shared, dataDir: state.redis, port: await findFreePort() });
    const elsewhere = join(folder.path, 'elsewhere');
    const other = await startRedis({ ...shared, dataDir: elsewhere, port: await findFreePort() });
    const postmaster = await findPostmaster(join(state.postgres, 'cluster'));
    const redis = await findRedis(state.redis);
    await state.release();

    const { stdout } = await reset(dir);

    expect(stdout.trim().split('\n')).toEqual([
      `Stopped PostgreSQL (process ${postmaster?.pid})`,
      `Stopped Redis (process ${redis?.pid})`,
      `Removed ${dir}`,
    ]);
    expect(await readdir(folder.path)).toEqual(['elsewhere']);
    expect(await findRedis(elsewhere)).toBeDefined();
    await other.stop();
  },
  START_LIMIT_MS,
);

test('leaves a folder alone that is not its own', async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, 'thesis.txt');
  await writeFile(file, 'years of work');

  await expect(reset(folder.path)).rejects.toMatchObject({
    code: 1,
    stderr: `${folder.path} is left alone: it is not the state of Plaza.\n`,
  });
  await expect(access(file)).resolves.toBeUndefined();
});

test('says that there is nothing to remove', async () => {
  await using folder = await temporaryFolder();

  const { stdout } = await reset(join(folder.path, 'none'));

  expect(stdout).toContain('Nothing to remove');
});
