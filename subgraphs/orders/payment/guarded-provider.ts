import {
  BrokenCircuitError,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  wrap,
} from 'cockatiel';
import { createGuard, limitTime } from '#platform/resilience/guard.ts';
import type { PaymentAttemptOutcome } from '../metrics.ts';
import type { ChargeOutcome, ChargeRequest, PaymentProvider } from './payment-provider.ts';
import { ProviderAway } from './provider-away.ts';
import { createUnanswered } from './unanswered-charges.ts';

/** Retries of one call after the first attempt. */
const MAX_RETRIES = 2;
const BACKOFF = { initialDelay: 50, maxDelay: 400 };
const BREAKER = { failures: 20, openMs: 2_000 };
/** More than the longest pause between two deliveries of an event that waits. */
const FRESH_MS = 5_000;
/** Charges that try beside an open breaker, in as long as it is open at once. */
const MAX_TRIALS = 10;

export interface Charged {
  /** TIMED_OUT: none of the attempts was answered in time; whether the provider is away shows when a refund closes it. */
  outcome: ChargeOutcome | { status: 'TIMED_OUT' };
  /** How often the provider was asked. */
  attempts: number;
}

export interface GuardedProvider {
  charge: (request: ChargeRequest) => Promise<Charged>;
  refund: (idempotencyKey: string) => Promise<{ wasCharged: boolean }>;
}

export interface GuardOptions {
  timeoutMs: number;
  /** How long a charge without an answer waits while nobody is answered, before it counts as timed out. */
  patienceMs: number;
  onAttempt: (outcome: PaymentAttemptOutcome) => void;
  now: () => Date;
  /** Failures in a row that open the breaker, and how long it then lets nobody through. */
  breaker?: { failures: number; openMs: number };
}

/**
 * A provider behind a time-out, retries and a breaker. While the breaker is open it throws ProviderAway, and charges
 * wait, those too whose attempts it cut off: a provider that is slow for a while declines nobody.
 *
 * Some cards never answer while the provider is well, and can open the breaker alone. Three rules keep them from holding
 * up everybody. The one call that the breaker lets through is left to a charge that was not asked for yet while there is
 * one: if that is answered, the breaker closes. While it is silence that keeps it open, and not failures, some of the
 * others that were not asked for yet try once beside it: of hundreds that a stopped process left behind, one every few
 * seconds would pass. And a charge that nobody answered for `patienceMs` is timed out even while the breaker is open.
 * Refunds, which close it, have a breaker of their own: they are answered when the provider is well, and while it is
 * away too the charge goes on waiting.
 */
export function guardProvider(provider: PaymentProvider, options: GuardOptions): GuardedProvider {
  const { timeoutMs, patienceMs, onAttempt, now, breaker = BREAKER } = options;
  const attempts = retry(
    handleWhen((error) => !(error instanceof BrokenCircuitError)),
    { maxAttempts: MAX_RETRIES, backoff: new ExponentialBackoff(BACKOFF) },
  );
  const guarded = () => wrap(attempts, createGuard({ timeoutMs, ...breaker }));
  const charges = guarded();
  const refunds = guarded();
  const inTime = limitTime(timeoutMs);
  const unanswered = createUnanswered(() => now().getTime(), patienceMs);
  let isOpen = false;
  /** The last failure was that nobody answered, and not an answer that says so. */
  let isSilent = false;
  /** When the breaker last turned a charge away that was never asked for. */
  let freshAt = Number.NEGATIVE_INFINITY;

  /** Since when trials are counted, and how many there were. */
  let trialsFrom = Number.NEGATIVE_INFINITY;
  let trials = 0;

  function away(cause?: unknown): ProviderAway {
    onAttempt('skipped');
    return unanswering(cause);
  }

  function timedOut(asked: number): Charged {
    onAttempt('timed_out');
    return { outcome: { status: 'TIMED_OUT' }, attempts: asked };
  }

  function mayTry(): boolean {
    const at = now().getTime();
    if (at - trialsFrom >= breaker.openMs) {
      trialsFrom = at;
      trials = 0;
    }
    trials += 1;
    return trials <= MAX_TRIALS;
  }

  /** Asks once beside the open breaker; what fails waits as all the others do. */
  async function tryOnce(
    call: (signal: AbortSignal) => Promise<ChargeOutcome>,
  ): Promise<ChargeOutcome> {
    try {
      return await inTime.execute(({ signal }) => call(signal));
    } catch (error) {
      isSilent = error instanceof TaskCancelledError;
      onAttempt('failed');
      throw unanswering(error);
    }
  }

  return {
    async charge(request) {
      const { idempotencyKey } = request;
      const before = unanswered.find(idempotencyKey);
      if (isOpen && before !== undefined) {
        if (before.isHopeless) return timedOut(before.asked);
        if (now().getTime() - freshAt < FRESH_MS) throw away();
      }
      const askedBefore = before?.asked ?? 0;
      let asked = askedBefore;
      function attempt(signal: AbortSignal): Promise<ChargeOutcome> {
        asked += 1;
        unanswered.add(idempotencyKey, asked);
        return provider.charge(request, signal).catch((error: unknown) => {
          // What fails before its time is over was answered, with a failure.
          if (!signal.aborted) unanswered.delete(idempotencyKey);
          throw error;
        });
      }
      let outcome: ChargeOutcome;
      try {
        outcome = await charges.execute(({ signal }) => attempt(signal));
        isOpen = false;
      } catch (error) {
        if (asked > askedBefore) isSilent = unanswered.has(idempotencyKey);
        if (error instanceof TaskCancelledError) return timedOut(asked);
        isOpen = error instanceof BrokenCircuitError;
        if (!isOpen) {
          onAttempt('failed');
          throw error;
        }
        if (asked > 0) throw away(error);
        freshAt = now().getTime();
        if (!isSilent || !mayTry()) throw away(error);
        outcome = await tryOnce(attempt);
      }
      unanswered.delete(idempotencyKey);
      onAttempt(outcome.status === 'CHARGED' ? 'charged' : 'declined');
      return { outcome, attempts: asked };
    },

    async refund(idempotencyKey) {
      try {
        const answer = await refunds.execute(({ signal }) =>
          provider.refund(idempotencyKey, signal),
        );
        unanswered.delete(idempotencyKey);
        if (answer.wasCharged) onAttempt('refunded');
        return answer;
      } catch (error) {
        unanswered.beginAnew(idempotencyKey);
        throw error instanceof BrokenCircuitError ? away(error) : error;
      }
    },
  };
}

function unanswering(cause: unknown): ProviderAway {
  return new ProviderAway('the payment provider has not answered for a while', { cause });
}
