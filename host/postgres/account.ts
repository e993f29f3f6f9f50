import { execFileSync, spawnSync } from 'node:child_process';

/** The user that PostgreSQL runs as when we are root, which it refuses to be. */
export interface Account {
  uid: number;
  gid: number;
}

const NAME = 'postgres';

/** Nothing when we are an ordinary user: the server then runs as that user. */
export function findServerAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return lookUp() ?? createAccount();
}

/** Asks the system as that user, so that modes, groups and access lists all count. */
export function canEnter(account: Account | undefined, path: string): boolean {
  return spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0;
}

function lookUp(): Account | undefined {
  const [user, group] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, NAME]));
  if (user?.status !== 0 || group?.status !== 0) return undefined;
  return { uid: Number(user.stdout), gid: Number(group.stdout) };
}

function createAccount(): Account {
  execFileSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', NAME]);
  const account = lookUp();
  if (!account) throw new Error(`The system user "${NAME}" was created but cannot be found.`);
  return account;
}
