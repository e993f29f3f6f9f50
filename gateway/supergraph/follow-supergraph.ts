import type { Log } from '../../platform/telemetry/log.ts';
import { counter, type Metrics } from '../../platform/telemetry/metrics.ts';
import type { SupergraphSource } from './supergraph-source.ts';

export interface FollowOptions {
  source: SupergraphSource;
  /** Builds the supergraph of this text and serves it. Rejects when it cannot. */
  serve: (sdl: string) => Promise<void>;
  /** 0 reads no more after the first. */
  pollMs: number;
  log: Log;
  metrics: Metrics;
}

export interface Following {
  stop: () => Promise<void>;
}

/** Writing a file makes several changes: they are read together. */
const SETTLE_MS = 50;
/** A source that fails is asked less often, up to this many intervals. */
const MAX_BACKOFF = 16;
/** So that many gateways do not ask at once. */
const JITTER = 0.1;

/** Serves every new supergraph of a source; a bad one is refused with a log line and the old one goes on. */
export function followSupergraph({
  source,
  serve,
  pollMs,
  log,
  metrics,
}: FollowOptions): Following {
  const swaps = counter(metrics, {
    name: 'gateway_supergraph_swaps_total',
    help: 'supergraphs that were served, refused, or could not be read',
    labelNames: ['outcome'],
  });
  if (pollMs === 0) return { stop: () => Promise.resolve() };

  let isStopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let isAskedAgain = false;
  const unwatch = source.watch(() => schedule(SETTLE_MS));
  schedule(pollMs);

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      unwatch();
      await looking;
    },
  };

  function schedule(afterMs: number): void {
    if (isStopped) return;
    if (looking !== undefined) {
      isAskedAgain = true;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      looking = look().finally(() => {
        looking = undefined;
        const next = isAskedAgain ? SETTLE_MS : nextPollMs();
        isAskedAgain = false;
        schedule(next);
      });
    }, afterMs);
    timer.unref();
  }

  function nextPollMs(): number {
    const interval = pollMs * Math.min(2 ** failures, MAX_BACKOFF);
    return interval * (1 + JITTER * (Math.random() * 2 - 1));
  }

  async function look(): Promise<void> {
    const sdl = await readNew();
    if (sdl === undefined) return;
    const start = performance.now();
    try {
      await serve(sdl);
      swaps.inc({ outcome: 'served' });
      const ms = Math.round(performance.now() - start);
      log.info({ source: source.name, ms }, 'serves a new supergraph');
    } catch (error) {
      swaps.inc({ outcome: 'refused' });
      log.error({ source: source.name, err: error }, 'supergraph refused: the old one goes on');
    }
  }

  async function readNew(): Promise<string | undefined> {
    try {
      const sdl = await source.read();
      failures = 0;
      return sdl;
    } catch (error) {
      failures += 1;
      swaps.inc({ outcome: 'unread' });
      log.warn(
        { source: source.name, err: error },
        'the supergraph cannot be read: the old one goes on',
      );
      return undefined;
    }
  }
}
