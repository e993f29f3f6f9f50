import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface TemporaryFolder extends AsyncDisposable {
  path: string;
  /** The same, ending in a slash. */
  url: URL;
}

/** A folder with these files, open to the user that PostgreSQL runs as, that removes itself when it leaves scope. */
export async function temporaryFolder(
  files: Readonly<Record<string, string>> = {},
): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), 'plaza-test-'));
  await chmod(path, 0o711);
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
  return {
    path,
    url: pathToFileURL(`${path}/`),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
