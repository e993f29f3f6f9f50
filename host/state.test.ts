import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadOrCreateSecrets } from './secrets.ts';
import { openState } from './state.ts';
import { temporaryFolder } from '../platform/testing/temporary-folder.ts';

test('a second instance is told which process has the folder and what to do', async () => {
  await using folder = await temporaryFolder();
  const dir = join(folder.path, 'state');
  const state = await openState(dir);

  await expect(openState(dir)).rejects.toThrow(
    `Plaza runs already on ${dir} (process ${process.pid}). ` +
      `Stop it with Ctrl-C or "kill ${process.pid}", or set PLAZA_STATE_DIR to another folder.`,
  );
  await state.release();
  await expect(openState(dir)).resolves.toMatchObject({ dir });
});

test("a folder with somebody's files is not opened", async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'thesis.txt'), 'years of work');

  await expect(openState(folder.path)).rejects.toThrow('holds other files. Set PLAZA_STATE_DIR');
});

test('secrets are made once, and only their owner can read them', async () => {
  await using folder = await temporaryFolder();
  const dir = join(folder.path, 'secrets');

  const secrets = await loadOrCreateSecrets(dir);

  expect(await loadOrCreateSecrets(dir)).toEqual(secrets);
  expect(secrets.accessTokenPrivateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  expect(secrets.accessTokenPublicKey).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  expect(Buffer.from(secrets.internalSecret, 'base64url')).toHaveLength(32);
  const file = join(dir, 'secrets.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).toContain(secrets.internalSecret);
});
