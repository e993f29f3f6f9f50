import { choice, integer, type SettingsOf } from './settings.ts';

/** How a process calls subgraphs over HTTP. */
export const subgraphCallSettings = {
  SUBGRAPH_TIMEOUT_MS: integer(
    'how long a call of a subgraph over HTTP may take, with all of its attempts',
    { min: 50, max: 600_000 },
    { default: '10000' },
  ),
  SUBGRAPH_CONNECTIONS: integer(
    'most HTTP connections to a subgraph, for each process that calls it',
    { min: 1, max: 10_000 },
    { default: '64' },
  ),
  SUBGRAPH_RETRIES: integer(
    'attempts after the first: of reads, and of writes that found no connection; a write that was sent is never tried again',
    { min: 0, max: 20 },
    { default: '2' },
  ),
  SUBGRAPH_RETRY_MS: integer(
    'wait before the second attempt; it grows with each further one',
    { min: 1, max: 60_000 },
    { default: '25' },
  ),
  SUBGRAPH_RETRY_MAX_MS: integer(
    'longest wait between two attempts',
    { min: 1, max: 600_000 },
    { default: '500' },
  ),
  SUBGRAPH_RETRY_JITTER: choice(
    'how far that wait is left to chance, so that callers do not come back at once: decorrelated from the last wait, all of it, half of it, or none',
    ['decorrelated', 'full', 'half', 'none'],
    { default: 'decorrelated' },
  ),
  SUBGRAPH_BREAKER_FAILURES: integer(
    'failures in a row after which a subgraph is not asked for a while',
    { min: 1, max: 10_000 },
    { default: '10' },
  ),
  SUBGRAPH_BREAKER_OPEN_MS: integer(
    'how long that while is, after which one call tries',
    { min: 10, max: 600_000 },
    { default: '2000' },
  ),
};

export type SubgraphCallSettings = SettingsOf<typeof subgraphCallSettings>;
