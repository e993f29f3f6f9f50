import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { aptInstall, canInstall } from '../apt.mjs';
import type { Log } from '../log.ts';

const PROGRAM = 'redis-server';

/** The path of redis-server; installs it when it is missing and we may. */
export async function ensureRedisProgram(log: Log): Promise<string> {
  const present = await findOnPath();
  if (present !== undefined) return present;
  if (!(await canInstall())) {
    throw new Error(
      `${PROGRAM} is missing. Type: sudo apt-get install -y ${PROGRAM}\n` +
        'Or set REDIS_URL to a server of your own.',
    );
  }
  log.info(`Installing ${PROGRAM} with apt-get…`);
  await aptInstall([PROGRAM]);
  const installed = await findOnPath();
  if (installed === undefined)
    throw new Error(`apt-get installed ${PROGRAM}, but it is not in PATH.`);
  return installed;
}

async function findOnPath(): Promise<string | undefined> {
  // Debian keeps servers in sbin too, which an ordinary user's PATH leaves out.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/bin'];
  for (const folder of folders.filter((each) => each !== '')) {
    const path = join(folder, PROGRAM);
    const isProgram = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isProgram) return path;
  }
  return undefined;
}
