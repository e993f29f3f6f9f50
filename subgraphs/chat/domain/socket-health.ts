export type SocketProblem = 'FAULTS' | 'LOST' | 'FULL' | 'SLOW';
export type SocketState = 'HEALTHY' | 'STRAINED' | 'FAILING' | 'UNKNOWN';

/** Of the last minute, but for those that are open. */
export interface SocketNumbers {
  gateways: number;
  open: number;
  closed: number;
  /** Connections that were lost, or cut off for they did not answer. */
  lost: number;
  /** Closed for a fault of a gateway. */
  faults: number;
  /** Refused because a gateway has as many as it may. */
  refusedFull: number;
  medianRoundTripMs: number | null;
}

/** Phones go out of reach at all times: fewer than so many lost in a minute say nothing. */
export const MIN_LOST = 5;
/** Of all sockets that there were in the minute, one in so many. */
export const LOST_IN = 10;
/** People notice that a message takes half of this, one way. */
export const SLOW_ROUND_TRIP_MS = 500;

/** What is wrong with the sockets, the worst first, and what that makes of them. */
export function judgeSockets(numbers: SocketNumbers): {
  state: SocketState;
  problems: SocketProblem[];
} {
  const { gateways, open, closed, lost, faults, refusedFull, medianRoundTripMs } = numbers;
  if (gateways === 0) return { state: 'UNKNOWN', problems: [] };
  const failing: SocketProblem[] = [];
  if (faults > 0) failing.push('FAULTS');
  if (lost >= MIN_LOST && lost * LOST_IN >= open + closed) failing.push('LOST');
  const straining: SocketProblem[] = [];
  if (refusedFull > 0) straining.push('FULL');
  if ((medianRoundTripMs ?? 0) > SLOW_ROUND_TRIP_MS) straining.push('SLOW');
  const problems = [...failing, ...straining];
  if (failing.length > 0) return { state: 'FAILING', problems };
  return { state: straining.length > 0 ? 'STRAINED' : 'HEALTHY', problems };
}
