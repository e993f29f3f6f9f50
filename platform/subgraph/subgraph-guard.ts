import {
  circuitBreaker,
  ConsecutiveBreaker,
  decorrelatedJitterGenerator,
  ExponentialBackoff,
  fullJitterGenerator,
  halfJitterGenerator,
  handleWhen,
  isBrokenCircuitError,
  noJitterGenerator,
  retry,
  timeout,
  TimeoutStrategy,
  wrap,
  type IExponentialBackoffOptions,
} from 'cockatiel';
import type { SubgraphRequest } from './connection.ts';

export interface SubgraphGuardOptions {
  /** For an answer, however many attempts it takes. */
  deadlineMs: number;
  /** Attempts after the first: of reads, and of writes that found no connection. */
  retries?: number;
  /** Before the second attempt; it grows from there. */
  firstDelayMs?: number;
  maxDelayMs?: number;
  /** How far a wait is left to chance. */
  jitter?: keyof typeof BACKOFFS;
  /** Failures in a row that open the breaker. */
  failures?: number;
  /** How long it stays open before it lets one call try. */
  openMs?: number;
}

type Delays = Pick<IExponentialBackoffOptions<never>, 'initialDelay' | 'maxDelay'>;

const BACKOFFS = {
  decorrelated: (delays: Delays) =>
    new ExponentialBackoff({ ...delays, generator: decorrelatedJitterGenerator }),
  full: (delays: Delays) => new ExponentialBackoff({ ...delays, generator: fullJitterGenerator }),
  half: (delays: Delays) => new ExponentialBackoff({ ...delays, generator: halfJitterGenerator }),
  none: (delays: Delays) => new ExponentialBackoff({ ...delays, generator: noJitterGenerator }),
};

/** What undici says of a connection that took too long to be made. */
const CONNECT_TIMED_OUT = 'UND_ERR_CONNECT_TIMEOUT';

/** Calls a subgraph; what it throws means that there is no answer. */
export type SubgraphGuard = <Answer>(
  request: SubgraphRequest,
  send: (signal: AbortSignal) => Promise<Answer>,
) => Promise<Answer>;

/** An answer that another attempt would not change. */
export class RefusedBySubgraph extends Error {
  override name = 'RefusedBySubgraph';
}

/** What carried this request was lost with others that travelled with it: one of them tells the breaker. */
export class LostWithOthers extends Error {
  override name = 'LostWithOthers';
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The client went away: that says nothing about the subgraph. */
class CallerLeft extends Error {}

/**
 * A deadline around retries around a circuit breaker, for one subgraph. Reads are tried again, after
 * growing delays with jitter; a write only when no connection could be made, for it may have been done
 * though its answer was lost.
 */
export function createSubgraphGuard(options: SubgraphGuardOptions): SubgraphGuard {
  const { deadlineMs, retries = 2, failures = 10, openMs = 2_000 } = options;
  const { firstDelayMs = 25, maxDelayMs = 500, jitter = 'decorrelated' } = options;
  const breaker = circuitBreaker(handleWhen(isCounted), {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(failures),
  });
  const backoff = BACKOFFS[jitter]({ initialDelay: firstDelayMs, maxDelay: maxDelayMs });
  const attempts = (isTriedAgain: (error: Error) => boolean) =>
    retry(handleWhen(isTriedAgain), { maxAttempts: retries, backoff });
  const deadline = timeout(deadlineMs, {
    strategy: TimeoutStrategy.Aggressive,
    // An exception with its stack for every answer that came in time takes a twelfth of the time of a call.
    abortOnReturn: false,
  });
  const read = wrap(deadline, attempts(isWorthARetry), breaker);
  const write = wrap(deadline, attempts(wasNotSent), breaker);

  return async (request, send) => {
    const policy = isRead(request) ? read : write;
    const unlessLeft = async <Answer>(answer: Promise<Answer>) => {
      try {
        return await answer;
      } catch (error) {
        if (request.signal?.aborted === true) throw new CallerLeft('the caller left');
        throw error;
      }
    };
    // Inside, so that the breaker does not count it; outside, because the deadline notices it first.
    return unlessLeft(policy.execute(({ signal }) => unlessLeft(send(signal)), request.signal));
  };
}

function isFailure(error: Error): boolean {
  return !(error instanceof CallerLeft) && !(error instanceof RefusedBySubgraph);
}

function isCounted(error: Error): boolean {
  return isFailure(error) && !(error instanceof LostWithOthers);
}

function isWorthARetry(error: Error): boolean {
  return isFailure(error) && !isBrokenCircuitError(error);
}

/** Such an error comes before anything of the request has left. */
function wasNotSent(error: NodeJS.ErrnoException): boolean {
  if (error instanceof LostWithOthers) return wasNotSent(error.cause as NodeJS.ErrnoException);
  return error.syscall === 'connect' || error.code === CONNECT_TIMED_OUT;
}

/** Where a query holds the word for another reason it is merely not tried again. */
function isRead({ query }: SubgraphRequest): boolean {
  return !query.includes('mutation');
}
