import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../platform/testing/temporary-folder.ts';
import { requireOwnPackages } from './own-packages.mjs';

test('packages are installed into a folder of the checkout, never through a link into another one', async () => {
  await using root = await temporaryFolder();
  const [folder, link] = [join(root.path, 'folder'), join(root.path, 'link')];
  expect(() => requireOwnPackages(folder)).not.toThrow();
  mkdirSync(folder);
  expect(() => requireOwnPackages(folder)).not.toThrow();
  symlinkSync(folder, link);
  expect(() => requireOwnPackages(link)).toThrow('is a link');
  rmSync(folder, { recursive: true });
  expect(() => requireOwnPackages(link)).toThrow('is a link');
});
