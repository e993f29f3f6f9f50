import {
  BrokenCircuitError,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  wrap,
  type IPolicy,
} from 'cockatiel';
import { LRUCache } from 'lru-cache';
import { createGuard } from '#platform/resilience/guard.ts';
import type { PaymentAttemptOutcome } from '../metrics.ts';
import type { ChargeOutcome, ChargeRequest, PaymentProvider } from './payment-provider.ts';
import { ProviderAway } from './provider-away.ts';

/** Retries of one call after the first attempt. */
const MAX_RETRIES = 2;
const BACKOFF = { initialDelay: 50, maxDelay: 400 };
const BREAKER = { failures: 20, openMs: 2_000 };
/** Charges without an answer that are remembered over several calls; of more, the oldest begin anew. */
const MAX_UNANSWERED = 10_000;

export interface GuardedProvider {
  /**
   * `attempts` counts how often the provider was asked. TIMED_OUT: it did not answer any of them in time; whether it
   * is away shows when the charge is closed by a refund.
   */
  charge: (
    request: ChargeRequest,
  ) => Promise<{ outcome: ChargeOutcome | { status: 'TIMED_OUT' }; attempts: number }>;
  refund: (idempotencyKey: string) => Promise<{ wasCharged: boolean }>;
}

export interface GuardOptions {
  timeoutMs: number;
  onAttempt: (outcome: PaymentAttemptOutcome) => void;
  /** Failures in a row that open the breaker, and how long it then lets nobody through. */
  breaker?: { failures: number; openMs: number };
}

/**
 * A provider behind a time-out, retries and a breaker. While the breaker is open it throws ProviderAway.
 *
 * Some cards never answer while the provider is well. When they have opened the breaker, each call that it lets
 * through may be one of them again, and everybody would wait for them. So a charge that was asked for and not answered
 * counts as timed out while the breaker is open, and refunds, which close it, have a breaker of their own: they are
 * answered when the provider is well, and when it is away the charge waits.
 */
export function guardProvider(provider: PaymentProvider, options: GuardOptions): GuardedProvider {
  const { timeoutMs, onAttempt, breaker = BREAKER } = options;
  const attempts = retry(
    handleWhen((error) => !(error instanceof BrokenCircuitError)),
    { maxAttempts: MAX_RETRIES, backoff: new ExponentialBackoff(BACKOFF) },
  );
  const guarded = () => wrap(attempts, createGuard({ timeoutMs, ...breaker }));
  const charges = guarded();
  const refunds = guarded();
  const unanswered = new LRUCache<string, number>({ max: MAX_UNANSWERED });

  async function ask<Answer>(
    policy: IPolicy,
    call: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    try {
      return await policy.execute(({ signal }) => call(signal));
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      onAttempt('skipped');
      throw new ProviderAway('the payment provider has not answered for a while', { cause: error });
    }
  }

  return {
    async charge(request) {
      const { idempotencyKey } = request;
      let asked = unanswered.get(idempotencyKey) ?? 0;
      // Asked in earlier calls, and not answered: only those are remembered.
      let isSilent = asked > 0;
      try {
        const outcome = await ask(charges, (signal) => {
          asked += 1;
          isSilent = true;
          return provider.charge(request, signal).catch((error: unknown) => {
            // What fails before its time is over was answered, with a failure.
            if (!signal.aborted) isSilent = false;
            throw error;
          });
        });
        unanswered.delete(idempotencyKey);
        onAttempt(outcome.status === 'CHARGED' ? 'charged' : 'declined');
        return { outcome, attempts: asked };
      } catch (error) {
        const isCutOff = error instanceof ProviderAway && isSilent;
        if (error instanceof TaskCancelledError || isCutOff) {
          unanswered.set(idempotencyKey, asked);
          onAttempt('timed_out');
          return { outcome: { status: 'TIMED_OUT' }, attempts: asked };
        }
        if (!(error instanceof ProviderAway)) onAttempt('failed');
        throw error;
      }
    },

    async refund(idempotencyKey) {
      const answer = await ask(refunds, (signal) => provider.refund(idempotencyKey, signal));
      unanswered.delete(idempotencyKey);
      if (answer.wasCharged) onAttempt('refunded');
      return answer;
    },
  };
}
