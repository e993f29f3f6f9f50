import { parseArgs } from 'node:util';
import { createTeller } from '../report/teller.ts';
import { measureGrowth, type Measured, type MessageStore } from './measure.ts';
import { openPostgresStore, type Layout } from './postgres-store.ts';
import { openRedisStore } from './redis-store.ts';
import { openSqliteStore } from './sqlite-store.ts';

// Reads and writes of messages in the stores that can run here:
// node host/with-services.ts -- node load/bench-chat-store/main.ts --messages 2000000
const { values } = parseArgs({
  options: { messages: { type: 'string', default: '1000000' }, 'only-ours': { type: 'boolean' } },
});
const messages = Number(values.messages);
const postgres = process.env['TEST_DATABASE_URL'];
const redis = process.env['TEST_REDIS_URL'];
if (postgres === undefined || redis === undefined || !(messages >= 1_000)) {
  console.error('run through `node host/with-services.ts -- …`, with --messages from 1000');
  process.exit(1);
}
/** Redis keeps it all in memory: of more, a part is enough to see what one costs. */
const MAX_IN_MEMORY = 1_000_000;

const layouts: readonly Layout[] = values['only-ours']
  ? ['by conversation']
  : ['by conversation', 'one table', 'by month'];
const measured: Measured[] = [];
const { say, end } = createTeller(process.stdout);
async function measure(store: MessageStore, count: number): Promise<void> {
  for await (const each of measureGrowth(store, count, say)) {
    measured.push(each);
    console.log(each);
  }
}

for (const layout of layouts) {
  await using store = await openPostgresStore(postgres, layout);
  await measure(store, messages);
}
if (values['only-ours'] !== true) {
  using sqlite = openSqliteStore();
  await measure(sqlite, messages);
  await using streams = openRedisStore(redis);
  await measure(streams, Math.min(messages, MAX_IN_MEMORY));
}
end();
console.table(measured);
