export const FIRST_DELAY_MS = 500;
export const LONGEST_DELAY_MS = 30_000;

/**
 * How long to wait after so many failures in a row: doubling, up to half a minute, and spread over the upper half by
 * `chance` (0 to 1) so that the browsers of a restarted server do not all come back at once.
 */
export function retryDelayMs(failures: number, chance: number): number {
  const full = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(full / 2 + (full / 2) * chance);
}
