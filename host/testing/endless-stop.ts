import { createLifecycle } from '../../platform/process/lifecycle.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { endWithServers } from '../end-with-servers.ts';
import { silent } from '../log.ts';
import { startPostgres } from '../postgres.ts';
import { startRedis } from '../redis.ts';
import { openState } from '../state.ts';

// Stands in for the product: its own servers, and a stop that never comes to its end.
const [stateDir = '', postgresPort, redisPort] = process.argv.slice(2);
const lifecycle = createLifecycle(silentLog);
const state = await openState(stateDir);
endWithServers(lifecycle).owns(state);
const shared = { durable: true, log: silent };
await Promise.all([
  startPostgres({ ...shared, dataDir: state.postgres, port: Number(postgresPort) }),
  startRedis({ ...shared, dataDir: state.redis, port: Number(redisPort) }),
]);
lifecycle.onStop('somebody who never ends', async () => {
  console.log('stopping');
  await new Promise(() => {});
});
setInterval(() => {}, 60_000);
console.log(`ready ${process.pid}`);
