import { parseArgs } from 'node:util';
import { SettingsError } from '../platform/config/settings.ts';
import { isUrl } from './supergraph/supergraph-source.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export const USAGE = `npm run gateway -- [--supergraph <file or URL>] [--port <n>] [--host <address>]

Serves a supergraph alone; its subgraphs are where the supergraph says that they are, or where
SUBGRAPH_URLS says. Without --supergraph the settings decide. docs/settings.md has all settings.`;

/**
 * What this product has decided says nothing about another supergraph: a standalone gateway has its own
 * persisted operations, and no limit of costs and rates until somebody who knows the graph sets one.
 */
const STANDALONE_DEFAULTS = {
  PERSISTED_OPERATIONS_FILE: 'persisted-documents.json',
  GATEWAY_MAX_COST_ANONYMOUS: '0',
  GATEWAY_MAX_COST_USER: '0',
  GATEWAY_MAX_COST_PARTNER: '0',
  GATEWAY_RATE_USER: '0',
  GATEWAY_RATE_ADDRESS: '0',
  GATEWAY_RATE_REGISTERED: '0',
  GATEWAY_RATE_PARTNER: '0',
};

/**
 * The environment with the command line on top. `--supergraph` serves any supergraph: the settings that
 * tie a gateway to this product become optional.
 */
export function withArguments(args: readonly string[], env: Environment): Environment {
  const { supergraph, port, host } = parse(args);
  const isStandalone = supergraph !== undefined || env['GATEWAY_STANDALONE'] === 'true';
  return {
    ...(isStandalone && STANDALONE_DEFAULTS),
    ...env,
    ...(isStandalone && { GATEWAY_STANDALONE: 'true' }),
    ...(supergraph !== undefined &&
      (isUrl(supergraph)
        ? { SUPERGRAPH_URL: supergraph }
        : { SUPERGRAPH_FILE: supergraph, SUPERGRAPH_URL: undefined })),
    ...(port !== undefined && { GATEWAY_PORT: port }),
    ...(host !== undefined && { GATEWAY_HOST: host }),
  };
}

export function wantsHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

function parse(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { supergraph: text, port: text, host: text };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new SettingsError(`${(error as Error).message}\n\n${USAGE}`, { cause: error });
  }
}
