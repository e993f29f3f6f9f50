import type { SubgraphCallSettings } from '../config/subgraph-call-settings.ts';
import type { HttpConnectionOptions } from './http-connection.ts';

/** The settings of calls as the options of a connection. */
export function callOptionsOf(
  settings: SubgraphCallSettings,
): Pick<HttpConnectionOptions, 'connections' | 'timeoutMs' | 'guard'> {
  return {
    connections: settings.SUBGRAPH_CONNECTIONS,
    timeoutMs: settings.SUBGRAPH_TIMEOUT_MS,
    guard: {
      retries: settings.SUBGRAPH_RETRIES,
      firstDelayMs: settings.SUBGRAPH_RETRY_MS,
      maxDelayMs: settings.SUBGRAPH_RETRY_MAX_MS,
      jitter: settings.SUBGRAPH_RETRY_JITTER,
      failures: settings.SUBGRAPH_BREAKER_FAILURES,
      openMs: settings.SUBGRAPH_BREAKER_OPEN_MS,
    },
  };
}
