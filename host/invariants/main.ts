import { platformSettings, subgraphSettings } from '../../platform/config/platform-settings.ts';
import { readSettings } from '../../platform/config/settings.ts';
import { ordersSettings } from '../../subgraphs/orders/settings.ts';
import { findLocalServers } from '../local-servers.ts';
import { stateDirOf } from '../state-layout.mjs';
import { examine } from './examine.ts';
import { openPlaces, type Where } from './open-places.ts';
import { findSeededUntil } from './seeded-until.ts';
import { readArguments, USAGE } from './read-arguments.ts';
import { describeExamined } from './report.ts';
import { countMissingOrders } from './answered-orders.ts';

// npm run invariants [-- --since 1h] [--orders file] [--settle-ms 5000] [--saga-limit-ms 60000] [--json]
//
// Looks at every database and at Redis, and says whether what always holds does hold. It may run at any time, beside
// a shop that sells. Exit code 1: something is broken.

const settings = readSettings(
  {
    DATABASE_PREFIX: subgraphSettings.DATABASE_PREFIX,
    REDIS_URL: platformSettings.REDIS_URL,
    SAGA_GIVE_UP_MS: ordersSettings.SAGA_GIVE_UP_MS,
  },
  process.env,
);

try {
  const options = readArguments(process.argv.slice(2), new Date());
  await using places = await openPlaces(await findWhere());
  const range = {
    ...options.range,
    seededUntilId: await findSeededUntil(places),
    giveUpMs: settings.SAGA_GIVE_UP_MS,
  };
  const examined = await examine(places, range, { settleMs: options.settleMs });
  if (options.ordersFile !== undefined) {
    examined.push(await countMissingOrders(places, options.ordersFile));
  }
  console.log(options.isJson ? JSON.stringify(examined, null, 2) : describeExamined(examined));
  if (examined.some(({ broken }) => broken > 0)) process.exitCode = 1;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  process.exitCode = 2;
}

/** The servers that the settings name, else those of the local start. */
async function findWhere(): Promise<Where> {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = process.env;
  const prefix = settings.DATABASE_PREFIX;
  if (databaseUrl) return { databaseUrl, prefix, redisUrl: redisUrl || settings.REDIS_URL };
  const { postgres, redis } = await findLocalServers(stateDirOf(process.env));
  return { databaseUrl: postgres.url, prefix, redisUrl: redis.url };
}
