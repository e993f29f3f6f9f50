import { parseArgs } from 'node:util';
import { connectBus } from '../platform/bus/connect-bus.ts';
import { platformSettings } from '../platform/config/platform-settings.ts';
import { readSettings } from '../platform/config/settings.ts';
import { listDeadLetters, redriveDeadLetters } from '../platform/messaging/dead-letters.ts';
import { createLog } from '../platform/telemetry/log.ts';
import { hostSettings } from './settings.ts';

// npm run redrive -- <consumer group> [--list] [--limit <n>]
// Lists the dead letters of a group, or publishes them again to the topics they came from.
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
  const bus = await connectBus(busSettings(), createLog({ level: 'warn', name: 'redrive' }));
  try {
    if (values.list) console.table(await listDeadLetters(bus, group, { limit }));
    else console.log(`${await redriveDeadLetters(bus, group, { limit })} events published again`);
  } finally {
    await bus.close();
  }
}

/** The bus of the environment; without one, that of the local Redis. */
function busSettings() {
  const { INTERNAL_SECRET: _unused, ...table } = platformSettings;
  const { REDIS_PORT } = readSettings({ REDIS_PORT: hostSettings.REDIS_PORT }, process.env);
  return readSettings(table, { REDIS_URL: `redis://127.0.0.1:${REDIS_PORT}`, ...process.env });
}
