import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An all-in-one Plaza that runs on this machine, as its state folder tells it. */
export interface LocalShop {
  /** Of the PostgreSQL server, without a database. */
  databaseUrl: string;
  /** PEM: what it signs access tokens with. */
  accessTokenPrivateKey: string;
  pids: Record<'plaza' | 'postgres' | 'redis', number>;
}

export function findLocalShop(stateDir: string): LocalShop {
  const read = (...path: string[]) => readFileSync(join(stateDir, ...path), 'utf8');
  const readPid = (...path: string[]) => (JSON.parse(read(...path)) as { pid: number }).pid;

  const postgres = join('postgres', findFile(join(stateDir, 'postgres'), 'postmaster.pid'));
  // See "postmaster.pid" in PostgreSQL's storage documentation: the process first, the port fourth.
  const [postmaster, , , port] = read(postgres).split('\n');
  const secrets = JSON.parse(read('secrets', 'secrets.json')) as { accessTokenPrivateKey: string };
  return {
    databaseUrl: `postgres://plaza:${read('postgres', 'password').trim()}@127.0.0.1:${port}`,
    accessTokenPrivateKey: secrets.accessTokenPrivateKey,
    pids: {
      plaza: readPid('lock.json'),
      postgres: Number(postmaster),
      redis: readPid('redis', 'server.json'),
    },
  };
}

function findFile(dir: string, name: string): string {
  const found = readdirSync(dir, { recursive: true, encoding: 'utf8' }).find(
    (path) => path === name || path.endsWith(`/${name}`),
  );
  if (found === undefined) throw new Error(`there is no ${name} in ${dir}: is the shop running?`);
  return found;
}
