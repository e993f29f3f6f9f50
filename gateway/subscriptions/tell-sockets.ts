import type { Redis } from 'ioredis';
import type { SocketFigures } from '../../platform/live/socket-figures.ts';
import { forgetSockets, tellSockets } from '../../platform/live/told-sockets.ts';
import { createGuard } from '../../platform/resilience/guard.ts';
import type { Log } from '../../platform/telemetry/log.ts';

/** How often a gateway tells. */
export const TELL_MS = 2_000;
/** A gateway that has not told so many times is gone. */
const MISSED_TELLS = 4;
/** Redis answers in a millisecond or is not there. */
const REDIS_TIMEOUT_MS = 250;

export interface TellSocketsOptions {
  redis: Redis;
  /** This gateway's name among all. */
  gateway: string;
  /** Called once each `everyMs`, whether Redis is there or not. */
  read: () => SocketFigures;
  log: Log;
  everyMs?: number;
}

/** Tells the figures of this gateway's sockets where others find and sum them, until it is stopped. */
export function startTellingSockets(options: TellSocketsOptions): { stop: () => Promise<void> } {
  const { redis, gateway, read, log, everyMs = TELL_MS } = options;
  const guard = createGuard({ timeoutMs: REDIS_TIMEOUT_MS, failures: 3 });
  let isAway = false;
  let telling: Promise<void> | undefined;

  const timer = setInterval(() => {
    const figures = read();
    // Never twice at once: a Redis that is slow gets no queue of figures that are old.
    telling ??= tell(figures).finally(() => (telling = undefined));
  }, everyMs).unref();

  return {
    async stop() {
      clearInterval(timer);
      await telling;
      // Without Redis they expire.
      await guard.execute(() => forgetSockets(redis, gateway)).catch(() => undefined);
    },
  };

  async function tell(figures: SocketFigures): Promise<void> {
    try {
      await guard.execute(() => tellSockets(redis, gateway, figures, everyMs * MISSED_TELLS));
      isAway = false;
    } catch (error) {
      if (!isAway)
        log.warn({ err: error }, 'figures of sockets are not told: redis does not answer');
      isAway = true;
    }
  }
}
