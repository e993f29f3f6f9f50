import { isBrokenCircuitError, isTaskCancelledError } from 'cockatiel';
import { createGuard } from '#platform/resilience/guard.ts';
import type { Message, Outcome, Provider } from './provider.ts';

export interface RemoteProviderOptions {
  /** Throws when the provider does not answer. */
  sendOne: (message: Message, signal: AbortSignal) => Promise<Outcome>;
  perSecond: number | undefined;
  /** How many may be on their way at once, asked before each. */
  workers: () => number;
  close?: () => void;
  /** Of one message. */
  timeoutMs?: number;
  /** What has not begun by then is put off: the caller holds a transaction open. */
  batchMs?: number;
}

/** Short of the database's limit for an idle transaction, together with the time of a batch. */
const TIMEOUT_MS = 5_000;
const BATCH_MS = 15_000;
/** Failures in a row until the provider is left alone for a while. */
const FAILURES = 5;
const OPEN_MS = 5_000;

/**
 * Sends over a network, several at once. A provider that does not answer, or says that it is busy, costs a few
 * attempts; then messages are put off without asking it, until it may have recovered.
 */
export function createRemoteProvider(options: RemoteProviderOptions): Provider {
  const { sendOne, perSecond, workers, close = () => undefined } = options;
  const { timeoutMs = TIMEOUT_MS, batchMs = BATCH_MS } = options;
  const guard = createGuard({ timeoutMs, failures: FAILURES, openMs: OPEN_MS });

  async function attempt(message: Message): Promise<Outcome> {
    try {
      return await guard.execute(async ({ signal }) => {
        const outcome = await sendOne(message, signal);
        // The breaker counts what is thrown.
        if (outcome.outcome === 'AWAY') throw new ProviderAway(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof ProviderAway) return error.answer;
      if (isBrokenCircuitError(error)) return { ...AWAY, retryAfterMs: OPEN_MS };
      if (isTaskCancelledError(error))
        return { outcome: 'AWAY', reason: `no answer in ${timeoutMs} ms` };
      return { outcome: 'AWAY', reason: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    perSecond,
    close,
    async send(_tx, messages) {
      const outcomes: Outcome[] = messages.map(() => AWAY);
      const deadline = performance.now() + batchMs;
      const queue = messages.entries();
      const work = async () => {
        // All workers draw from one iterator.
        for (const [at, message] of queue) {
          if (performance.now() >= deadline) return;
          outcomes[at] = await attempt(message);
        }
      };
      await Promise.all(Array.from({ length: workers() }, work));
      return outcomes;
    },
  };
}

const AWAY = { outcome: 'AWAY', reason: 'the provider takes nothing at the moment' } as const;

class ProviderAway extends Error {
  readonly answer: Outcome;

  constructor(answer: Outcome & { outcome: 'AWAY' }) {
    super(answer.reason);
    this.answer = answer;
  }
}
