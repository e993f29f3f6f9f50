import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireOwnPackages } from './own-packages.mjs';

test('packages are installed into a folder of the checkout, never through a link into another one', () => {
  const root = mkdtempSync(join(tmpdir(), 'own-packages-'));
  try {
    const [folder, link] = [join(root, 'folder'), join(root, 'link')];
    expect(() => requireOwnPackages(folder)).not.toThrow();
    mkdirSync(folder);
    expect(() => requireOwnPackages(folder)).not.toThrow();
    symlinkSync(folder, link);
    expect(() => requireOwnPackages(link)).toThrow('is a link');
    rmSync(folder, { recursive: true });
    expect(() => requireOwnPackages(link)).toThrow('is a link');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
