import {
  CLOSE_MEANINGS,
  noSocketFigures,
  OTHER_CODE,
  roundTripStep,
  sumSocketFigures,
  type SocketFigures,
} from '../../platform/live/socket-figures.ts';

/** A close code as it is counted: what a client says that it is may be any number. */
export const countedCode = (code: number): string =>
  CLOSE_MEANINGS.has(code) ? String(code) : OTHER_CODE;

/**
 * Counts what happens to sockets, in slices of time of which the last so many make up a minute. Counting knows no
 * clock: whoever reads says when a slice is over.
 */
export function createSocketCounts(slices: number) {
  /** Those that are over, the oldest first. */
  const past: SocketFigures[] = [];
  let now = noSocketFigures();

  return {
    opened(): void {
      now.opened += 1;
    },
    closed(code: number): void {
      const counted = countedCode(code);
      now.closes[counted] = (now.closes[counted] ?? 0) + 1;
    },
    refused(reason: 'full' | 'address'): void {
      now.refused += 1;
      if (reason === 'full') now.refusedFull += 1;
    },
    unanswered(): void {
      now.unanswered += 1;
    },
    answered(roundTripMs: number): void {
      const step = roundTripStep(roundTripMs);
      now.roundTrips[step] = (now.roundTrips[step] ?? 0) + 1;
      now.longestRoundTripMs = Math.max(now.longestRoundTripMs, Math.ceil(roundTripMs));
    },
    /** Ends a slice; the sum of the last ones, with how many are open now. */
    endSlice(open: number): SocketFigures {
      past.push(now);
      if (past.length > slices) past.shift();
      now = noSocketFigures();
      return { ...sumSocketFigures(past), open };
    },
  };
}

export type SocketCounts = ReturnType<typeof createSocketCounts>;
