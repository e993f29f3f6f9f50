import { findLocalServers } from '../local-servers.ts';
import { loadOrCreateSecrets } from '../secrets.ts';
import { layoutOf } from '../state-layout.mjs';
import { breakablePostgres, breakableRedis, serverOf, type Servers } from './servers.ts';
import { refuseToBreak, type Site } from './site.ts';

/** A Plaza that `npm start` has started on this state folder: its servers can be broken, its one process cannot. */
export async function openRunningSite(stateDir: string, url: string): Promise<Site> {
  const { postgres, redis } = await findLocalServers(stateDir);
  const servers: Servers = { postgres: breakablePostgres(postgres), redis: breakableRedis(redis) };
  const secrets = await loadOrCreateSecrets(layoutOf(stateDir).secrets);
  return {
    ready: { url, metricsUrls: [`${url}/metrics`], parts: [], servers: ['postgres', 'redis'] },
    env: {
      DATABASE_URL: postgres.url,
      DATABASE_PREFIX: process.env['DATABASE_PREFIX'] || 'plaza_',
      REDIS_URL: redis.url,
      AUTH_PRIVATE_KEY: process.env['AUTH_PRIVATE_KEY'] || secrets.accessTokenPrivateKey,
    },
    stopServer: (name, isKilled) => serverOf(servers, name).stop(isKilled),
    startServer: (name) => serverOf(servers, name).start(),
    killPart: refuseToBreak,
    startPart: refuseToBreak,
    [Symbol.asyncDispose]: async () => undefined,
  };
}
