import {
  BrokenCircuitError,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  wrap,
} from 'cockatiel';
import { createGuard } from '#platform/resilience/guard.ts';
import type { PaymentAttemptOutcome } from '../metrics.ts';
import type { ChargeOutcome, ChargeRequest, PaymentProvider } from './payment-provider.ts';
import { ProviderAway } from './provider-away.ts';

/** Retries of one call after the first attempt. */
const MAX_RETRIES = 2;
const BACKOFF = { initialDelay: 50, maxDelay: 400 };
const BREAKER = { failures: 20, openMs: 2_000 };

export interface GuardedProvider {
  /** `attempts` counts how often the provider was asked. TIMED_OUT: it did not answer any of them in time. */
  charge: (
    request: ChargeRequest,
  ) => Promise<{ outcome: ChargeOutcome | { status: 'TIMED_OUT' }; attempts: number }>;
  refund: (idempotencyKey: string) => Promise<{ wasCharged: boolean }>;
}

export interface GuardOptions {
  timeoutMs: number;
  onAttempt: (outcome: PaymentAttemptOutcome) => void;
}

/** A provider behind a time-out, retries and a breaker. While the breaker is open it throws ProviderAway. */
export function guardProvider(provider: PaymentProvider, options: GuardOptions): GuardedProvider {
  const { timeoutMs, onAttempt } = options;
  const attempts = retry(
    handleWhen((error) => !(error instanceof BrokenCircuitError)),
    { maxAttempts: MAX_RETRIES, backoff: new ExponentialBackoff(BACKOFF) },
  );
  const policy = wrap(attempts, createGuard({ timeoutMs, ...BREAKER }));

  async function ask<Answer>(call: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
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
      let asked = 0;
      try {
        const outcome = await ask((signal) => {
          asked += 1;
          return provider.charge(request, signal);
        });
        onAttempt(outcome.status === 'CHARGED' ? 'charged' : 'declined');
        return { outcome, attempts: asked };
      } catch (error) {
        if (error instanceof TaskCancelledError) {
          onAttempt('timed_out');
          return { outcome: { status: 'TIMED_OUT' }, attempts: asked };
        }
        if (!(error instanceof ProviderAway)) onAttempt('failed');
        throw error;
      }
    },

    async refund(idempotencyKey) {
      const answer = await ask((signal) => provider.refund(idempotencyKey, signal));
      if (answer.wasCharged) onAttempt('refunded');
      return answer;
    },
  };
}
