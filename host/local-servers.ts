import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { SUPERUSER } from './postgres/cluster.ts';
import { findHome, findPostmaster } from './postgres/postmaster.mjs';
import { findRedis } from './redis/record.mjs';
import { layoutOf } from './state-layout.mjs';

export interface LocalServers {
  postgres: { dataDir: string; pid: number; port: number; url: string };
  redis: { dataDir: string; pid: number; port: number; url: string };
}

/** The servers that `npm start` has started on this state folder. Throws when one of them does not run. */
export async function findLocalServers(stateDir: string): Promise<LocalServers> {
  const layout = layoutOf(stateDir);
  const home = await findHome(layout.postgres);
  const postmaster = home && (await findPostmaster(join(home, 'cluster')));
  const redis = await findRedis(layout.redis);
  if (!postmaster || !redis) {
    throw new Error(
      `no Plaza runs on ${stateDir}: start one with npm start, or name its servers with DATABASE_URL and REDIS_URL`,
    );
  }
  const password = (await readFile(join(layout.postgres, 'password'), 'utf8')).trim();
  return {
    postgres: {
      dataDir: layout.postgres,
      pid: postmaster.pid,
      port: postmaster.port,
      url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${postmaster.port}`,
    },
    redis: {
      dataDir: layout.redis,
      pid: redis.pid,
      port: redis.port,
      url: `redis://127.0.0.1:${redis.port}`,
    },
  };
}
