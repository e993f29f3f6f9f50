import { execFile } from 'node:child_process';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { giveTo, type Place } from './place.ts';

export const SUPERUSER = 'plaza';

/** The servers see no variable of ours: neither secrets nor PG* settings. */
export const SERVER_ENV = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };

/** Creates the cluster unless it is there. A creation that was cut off leaves nothing half done. */
export async function ensureCluster(
  place: Place,
  password: string,
  durable: boolean,
): Promise<boolean> {
  if (await exists(join(place.clusterDir, 'PG_VERSION'))) return false;

  const unfinished = `${place.clusterDir}.unfinished`;
  const passwordFile = join(place.home, 'initdb-password');
  await rm(unfinished, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    await giveTo(place.account, passwordFile);
    await createFor(place, unfinished);
    await promisify(execFile)(
      place.programs.initdb,
      initdbFlags(unfinished, passwordFile, durable),
      {
        ...place.account,
        cwd: '/',
        env: SERVER_ENV,
      },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, place.clusterDir);
  return true;
}

// The built-in locale sorts and lowers text the same on every machine, and faster than the system's.
function initdbFlags(dir: string, passwordFile: string, durable: boolean): string[] {
  const flags = [
    `--pgdata=${dir}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  return durable ? flags : [...flags, '--no-sync'];
}

async function createFor({ account }: Place, dir: string): Promise<void> {
  await mkdir(dir, { mode: 0o700 });
  await giveTo(account, dir);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
