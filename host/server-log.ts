import { type FileHandle, open, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';

const LIMIT_BYTES = 8 * 1024 * 1024;
const TAIL_LINES = 15;

const fileOf = (dataDir: string) => join(dataDir, 'server.log');

/** Opens the log of a server for appending; one that has grown too long starts anew. */
export async function openServerLog(dataDir: string): Promise<FileHandle> {
  const file = fileOf(dataDir);
  const bytes = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  if (bytes > LIMIT_BYTES) await truncate(file);
  return open(file, 'a', 0o600);
}

/** The last lines, for the message of an error. */
export async function endOfServerLog(dataDir: string): Promise<string> {
  const file = fileOf(dataDir);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return `The end of ${file}:\n${lines.slice(-TAIL_LINES).join('\n')}`;
}
