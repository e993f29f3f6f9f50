import { platformSettings, subgraphSettings } from '../../platform/config/platform-settings.ts';
import { readSettings } from '../../platform/config/settings.ts';
import { accountsSettings } from '../../subgraphs/accounts/settings.ts';
import { refuseToBreak, type Site } from './site.ts';

/**
 * A Plaza whose servers the settings name, such as one in containers: it can be loaded and looked at, and nothing of
 * it is ours to break.
 */
export function openNamedSite(
  url: string,
  metricsUrls: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Site {
  const { DATABASE_URL, DATABASE_PREFIX, REDIS_URL, AUTH_PRIVATE_KEY } = readSettings(
    {
      DATABASE_URL: subgraphSettings.DATABASE_URL,
      DATABASE_PREFIX: subgraphSettings.DATABASE_PREFIX,
      REDIS_URL: platformSettings.REDIS_URL,
      AUTH_PRIVATE_KEY: accountsSettings.AUTH_PRIVATE_KEY,
    },
    environment,
  );
  if (AUTH_PRIVATE_KEY === undefined) {
    throw new Error('AUTH_PRIVATE_KEY is required: the tokens of those who buy are signed with it');
  }
  return {
    ready: { url, metricsUrls, parts: [], servers: [] },
    env: { DATABASE_URL, DATABASE_PREFIX, REDIS_URL, AUTH_PRIVATE_KEY },
    stopServer: refuseToBreak,
    startServer: refuseToBreak,
    killPart: refuseToBreak,
    startPart: refuseToBreak,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
