import { platformSettings, subgraphSettings } from '#platform/config/platform-settings.ts';
import { readSettings } from '#platform/config/settings.ts';
import { connectDatabase, databaseUrl } from '#platform/database/connect.ts';
import { connectRedis } from '#platform/redis/connect.ts';
import { createLog } from '#platform/telemetry/log.ts';
import { rebuildRedis } from './data/rebuild-redis.ts';
import type { Tables } from './data/tables.ts';

// node subgraphs/inventory/rebuild-redis.ts
// Writes what Redis knows of stock anew from PostgreSQL. Safe at any time, also while orders arrive.

const { REDIS_URL } = platformSettings;
const settings = readSettings({ ...subgraphSettings, REDIS_URL }, process.env);
const log = createLog({ level: 'warn', name: 'inventory' });
const { db } = connectDatabase<Tables>({
  url: databaseUrl(settings.DATABASE_URL, 'plaza_inventory'),
  poolSize: 2,
  statementTimeoutMs: settings.DATABASE_STATEMENT_TIMEOUT_MS,
  applicationName: 'plaza-inventory-rebuild',
  log,
});
const redis = connectRedis({ url: settings.REDIS_URL, log });
try {
  const products = await rebuildRedis(redis, db);
  console.log(`Wrote the stock of ${products} products to Redis.`);
} finally {
  redis.disconnect();
  await db.destroy();
}
