import { createGuard } from '#platform/resilience/guard.ts';

/** Nobody waits longer for a hint. */
const TIMEOUT_MS = 1_000;
const FAILURES_UNTIL_OPEN = 5;

/** What a call of Redis brings; undefined when it fails, for PostgreSQL does without. */
export type AttemptRedis = <Result>(
  call: string,
  work: () => Promise<Result>,
) => Promise<Result | undefined>;

/** Calls of one purpose: after some failures in a row Redis is left alone for a while. */
export function createAttemptRedis(
  onFailure: (call: string, error: unknown) => void,
): AttemptRedis {
  const guard = createGuard({ timeoutMs: TIMEOUT_MS, failures: FAILURES_UNTIL_OPEN });
  return async (call, work) => {
    try {
      return await guard.execute(work);
    } catch (error) {
      onFailure(call, error);
      return undefined;
    }
  };
}
