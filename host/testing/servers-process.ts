import { silent } from '../log.ts';
import { startPostgres } from '../postgres.ts';
import { startRedis } from '../redis.ts';

// A process for tests to kill: starts both servers, says so, and stays.
const [dir, postgresPort, redisPort] = process.argv.slice(2);
const shared = { durable: true, log: silent };
const [postgres, redis] = await Promise.all([
  startPostgres({ ...shared, dataDir: `${dir}/postgres`, port: Number(postgresPort) }),
  startRedis({ ...shared, dataDir: `${dir}/redis`, port: Number(redisPort) }),
]);
process.stdout.write(`${JSON.stringify({ postgres: postgres.url, redis: redis.url })}\n`);
setInterval(() => {}, 60_000);
