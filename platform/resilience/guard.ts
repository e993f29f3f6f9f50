import {
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
  timeout,
  TimeoutStrategy,
  wrap,
  type IPolicy,
} from 'cockatiel';

export interface GuardOptions {
  timeoutMs: number;
  /** Failures in a row that open the breaker. */
  failures?: number;
  /** How long it stays open before it lets one call try. */
  openMs?: number;
}

/** A time-out inside a circuit breaker: after some failures in a row calls fail at once for a while. */
export function createGuard({ timeoutMs, failures = 10, openMs = 2_000 }: GuardOptions): IPolicy {
  return wrap(
    circuitBreaker(handleAll, {
      halfOpenAfter: openMs,
      breaker: new ConsecutiveBreaker(failures),
    }),
    limitTime(timeoutMs),
  );
}

/** Fails with TaskCancelledError, and aborts the call's signal, when there is no answer in time. */
export function limitTime(timeoutMs: number): IPolicy {
  // Without an exception and its stack for every call that came in time.
  return timeout(timeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });
}
