import { aptInstall, canInstall } from '../apt.mjs';
import { findProgram } from '../find-program.ts';
import type { Log } from '../log.ts';

const PROGRAM = 'redis-server';
/** Debian keeps servers in sbin too, which an ordinary user's PATH leaves out. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/usr/local/bin'];

/** The path of redis-server; installs it when it is missing and we may. */
export async function ensureRedisProgram(log: Log): Promise<string> {
  const present = await findProgram([PROGRAM], SYSTEM_FOLDERS);
  if (present !== undefined) return present;
  if (!(await canInstall())) {
    throw new Error(
      `${PROGRAM} is missing. Type: sudo apt-get install -y ${PROGRAM}\n` +
        'Or set REDIS_URL to a server of your own.',
    );
  }
  log.info(`Installing ${PROGRAM} with apt-get…`);
  await aptInstall([PROGRAM]);
  const installed = await findProgram([PROGRAM], SYSTEM_FOLDERS);
  if (installed === undefined)
    throw new Error(`apt-get installed ${PROGRAM}, but it is not in PATH.`);
  return installed;
}
