import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';

const STAMP = 'web/dist/.built-from';
const SOURCES = [
  'web/*.html',
  'web/*.ts',
  'web/src/**/*.{ts,tsx,css,svg}',
  'web/public/**/*',
  'schema/operations/generated/*',
  'package-lock.json',
];

/** Builds the web when its sources are not those of the last build. Resolves to whether it did. */
export async function buildWebIfStale(root: string): Promise<boolean> {
  const hash = await hashSources(root);
  const stamp = `${root}/${STAMP}`;
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === hash) return false;

  await runVite(root);
  await writeFile(stamp, hash);
  return true;
}

async function hashSources(root: string): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(SOURCES, { cwd: root })) files.push(file);
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    const content = await readFile(`${root}/${file}`).catch(() => undefined);
    if (content !== undefined) hash.update(file).update('\0').update(content);
  }
  return hash.digest('hex');
}

/** Silent unless it fails: then its own words are the error. */
function runVite(root: string): Promise<void> {
  const vite = `${root}/node_modules/vite/bin/vite.js`;
  const child = spawn(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the web could not be built:\n${output}`));
    });
  });
}
