import type { MetricValues } from '../platform/telemetry/metrics.ts';

/** What the background thread begins with. */
export interface BackgroundData {
  /** Every setting; the databases are migrated. */
  env: Readonly<Record<string, string | undefined>>;
  logLevel: string;
  isPretty: boolean;
  /** PostgreSQL runs on this machine for this installation alone. */
  ownsDatabase: boolean;
}

/** From the background thread to the one that started it. */
export type FromBackground =
  { kind: 'ready' } | { kind: 'stopped' } | { kind: 'metrics'; id: number; values: MetricValues };

/** To the background thread. */
export type ToBackground = { kind: 'stop' } | { kind: 'read-metrics'; id: number };
