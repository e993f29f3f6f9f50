import { parseArgs } from 'node:util';
import { subgraphSettings } from '../platform/config/platform-settings.ts';
import { readSettings } from '../platform/config/settings.ts';
import { connectDatabase, databaseUrl } from '../platform/database/connect.ts';
import { listDeadLetters } from '../platform/messaging/dead-letter.repository.ts';
import { redriveDeadLetters } from '../platform/messaging/redrive.ts';
import type { MessagingTables } from '../platform/messaging/tables.ts';
import { createLog } from '../platform/telemetry/log.ts';
import { findLocalServers } from './local-servers.ts';
import { hostSettings } from './settings.ts';
import { stateDirOf } from './state-layout.mjs';

// npm run redrive -- <consumer group> [--list] [--limit <n>]
// Lists the open dead letters of a group, or queues them to be published again for that group; the running
// product publishes them. Administrators do the same in the web, under Messages.
const STATEMENT_TIMEOUT_MS = 30_000;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    limit: { type: 'string', default: '1000' },
  },
});
const [group] = positionals;
const limit = Number(values.limit);

if (group === undefined || !Number.isInteger(limit) || limit < 1) {
  console.error('Usage: npm run redrive -- <consumer group> [--list] [--limit <n>]');
  process.exitCode = 2;
} else {
  const { db } = connectDatabase<MessagingTables>({
    url: await urlOfSubgraph(group),
    poolSize: 1,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    applicationName: 'plaza-redrive',
    log: createLog({ level: 'warn', name: 'redrive' }),
  });
  try {
    if (values.list) {
      const page = { first: limit, after: undefined };
      const letters = await listDeadLetters(db, { group, state: 'OPEN' }, page);
      console.table(
        letters.slice(0, limit).map(({ envelope, failedAt, attempts, error, topic }) => {
          const { type, key, id } = envelope;
          return { failedAt: failedAt.toISOString(), topic, type, key, id, attempts, error };
        }),
      );
    } else {
      const decision = { at: new Date(), by: 'npm run redrive' };
      const letters = await db
        .transaction()
        .execute((tx) => redriveDeadLetters(tx, { group, limit }, decision));
      console.log(`${letters.length} events are published again`);
    }
  } finally {
    await db.destroy();
  }
}

/** A group's name begins with that of its subgraph. */
async function urlOfSubgraph(name: string): Promise<string> {
  const [subgraph = ''] = name.split('.');
  const { DATABASE_URL, DATABASE_PREFIX } = readSettings(
    {
      DATABASE_URL: hostSettings.DATABASE_URL,
      DATABASE_PREFIX: subgraphSettings.DATABASE_PREFIX,
    },
    process.env,
  );
  const server = DATABASE_URL ?? (await findLocalServers(stateDirOf(process.env))).postgres.url;
  return databaseUrl(server, `${DATABASE_PREFIX}${subgraph}`);
}
