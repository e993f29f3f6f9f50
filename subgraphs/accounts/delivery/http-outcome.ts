import type { Outcome } from './provider.ts';

/**
 * What an answer of a provider's HTTP API means for its message. `Retry-After` in seconds: RFC 9110, section
 * 10.2.3. 401 and 403 are our own credentials, which somebody mends.
 */
export function outcomeOfStatus(
  status: number,
  reason: string,
  retryAfter: string | null,
): Outcome {
  if (status < 300) return { outcome: 'SENT' };
  const seconds = Number(retryAfter ?? Number.NaN);
  const away: Outcome = {
    outcome: 'AWAY',
    reason,
    ...(seconds > 0 && { retryAfterMs: Math.min(seconds, MAX_RETRY_AFTER_SECONDS) * 1_000 }),
  };
  if (status === 401 || status === 403 || status === 429 || status === 503) return away;
  return { outcome: status >= 500 ? 'FAILED' : 'REFUSED', reason };
}

const MAX_RETRY_AFTER_SECONDS = 3_600;
