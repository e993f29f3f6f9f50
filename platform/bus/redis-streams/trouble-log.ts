import type { Log } from '#platform/telemetry/log.ts';

export interface TroubleLog {
  met(error: unknown): void;
  over(): void;
}

/**
 * Says once that a loop fails, however often it tries. Only what the server answers is news: that it is
 * away is said once a connection, not once a loop.
 */
export function createTroubleLog(log: Log, fields: object, message: string): TroubleLog {
  let isKnown = false;

  return {
    met(error) {
      const isAnswer = error instanceof Error && error.name === 'ReplyError';
      if (isKnown || !isAnswer || error.message.startsWith('LOADING')) return;
      isKnown = true;
      log.warn({ ...fields, err: error }, message);
    },
    over() {
      isKnown = false;
    },
  };
}
