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
    // Without an exception and its stack for every call that came in time.
    timeout(timeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false }),
  );
}
