import { gatewaySettings } from '../gateway/settings.ts';
import { platformSettings, subgraphSettings } from '../platform/config/platform-settings.ts';
import type { Setting, SettingsTable } from '../platform/config/settings.ts';
import { hostSettings } from './settings.ts';
import { subgraphs } from './subgraphs.ts';

/**
 * Every setting of the product on one machine, so that the start reads them all before it does anything and
 * prints all mistakes at once. What the start makes or chooses itself is not required.
 */
export function productSettings(env: Readonly<Record<string, string | undefined>>) {
  const ofSubgraphs: SettingsTable = Object.assign({}, ...subgraphs.map((each) => each.settings));
  const isProduction = env['PLAZA_ENV'] === 'production';
  return {
    ...ofSubgraphs,
    ...subgraphSettings,
    ...platformSettings,
    ...gatewaySettings,
    ...hostSettings,
    INTERNAL_SECRET: absent(platformSettings.INTERNAL_SECRET),
    // Between the lines of the start only what went wrong is of interest.
    LOG_LEVEL: { ...platformSettings.LOG_LEVEL, default: 'warn' },
    // The demo accounts have passwords that everybody knows.
    PLAZA_SEED: { ...hostSettings.PLAZA_SEED, default: isProduction ? 'none' : 'demo' },
  };
}

/** The same setting, which may be absent. */
function absent<Value>(setting: Setting<Value>): Setting<Value | undefined> {
  return { ...setting, schema: setting.schema.optional() };
}
