import { z } from 'zod';

/** Close codes that are counted one by one, with what each says; whatever else a client makes up is `other`. */
export const CLOSE_MEANINGS: ReadonlyMap<number, string> = new Map([
  // WebSocket itself: RFC 6455, section 7.4.
  [1000, 'The client was done'],
  [1001, 'The page was left, or the gateway stopped'],
  [1002, 'The frames were not WebSocket'],
  [1005, 'The client left without a code'],
  [1006, 'The connection was lost, or cut off'],
  [1007, 'The text was not UTF-8'],
  [1008, 'The frames broke a rule'],
  [1009, 'A message was too large'],
  [1013, 'Told to try again later'],
  // graphql-transport-ws: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
  [4400, 'A message was not of the protocol'],
  [4401, 'The token was not valid, or has expired'],
  [4403, 'The client was not let in'],
  [4406, 'The client speaks another protocol'],
  [4408, 'The client did not introduce itself in time'],
  [4409, 'An id of an operation was used twice'],
  [4429, 'The client introduced itself twice'],
  [4500, 'A fault of the gateway'],
]);
export const OTHER_CODE = 'other';

/** Upper ends of the steps in which round trips are counted; the last step, of what is longer, has none. */
export const ROUND_TRIP_STEPS_MS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];

const MAX_COUNT = 1_000_000;
/** More than there are, for a gateway of another version may know others. */
const MAX_CODES = 32;
/** The largest Int of GraphQL. */
const MAX_SUM = 2 ** 31 - 1;

const count = z.int().min(0).max(MAX_COUNT);

const socketFigures = z.object({
  /** Open now; all that follows is of the last minute. */
  open: count,
  opened: count,
  /** By close code, or `other`. */
  closes: z
    .record(z.string().regex(/^(\d{4}|other)$/), count)
    .refine((closes) => Object.keys(closes).length <= MAX_CODES, `at most ${MAX_CODES} codes`),
  /** Not let in, for whatever reason; those were never open. */
  refused: count,
  /** Of these, because the gateway has as many as it may. */
  refusedFull: count,
  /** Cut off because they did not answer a ping; among the closes of code 1006 as well. */
  unanswered: count,
  /** Answered pings by the step of their round trip. */
  roundTrips: z.array(count).length(ROUND_TRIP_STEPS_MS.length + 1),
  /** In milliseconds; 0 when no ping was answered. */
  longestRoundTripMs: count,
});

/** What a gateway tells of its sockets, or the sum of what several told. */
export type SocketFigures = z.infer<typeof socketFigures>;

/** Undefined when it is not figures of sockets. */
export function parseSocketFigures(text: string): SocketFigures | undefined {
  try {
    return socketFigures.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export const noSocketFigures = (): SocketFigures => ({
  open: 0,
  opened: 0,
  closes: {},
  refused: 0,
  refusedFull: 0,
  unanswered: 0,
  roundTrips: Array.from({ length: ROUND_TRIP_STEPS_MS.length + 1 }, () => 0),
  longestRoundTripMs: 0,
});

const add = (one: number, other: number): number => Math.min(one + other, MAX_SUM);

export function sumSocketFigures(all: readonly SocketFigures[]): SocketFigures {
  const sum = noSocketFigures();
  for (const each of all) {
    sum.open = add(sum.open, each.open);
    sum.opened = add(sum.opened, each.opened);
    sum.refused = add(sum.refused, each.refused);
    sum.refusedFull = add(sum.refusedFull, each.refusedFull);
    sum.unanswered = add(sum.unanswered, each.unanswered);
    sum.longestRoundTripMs = Math.max(sum.longestRoundTripMs, each.longestRoundTripMs);
    for (const [code, closes] of Object.entries(each.closes)) {
      sum.closes[code] = add(sum.closes[code] ?? 0, closes);
    }
    each.roundTrips.forEach((trips, step) => {
      sum.roundTrips[step] = add(sum.roundTrips[step] ?? 0, trips);
    });
  }
  return sum;
}

export const countCloses = ({ closes }: Pick<SocketFigures, 'closes'>): number =>
  Object.values(closes).reduce(add, 0);

/** In which step a round trip of so many milliseconds counts. */
export function roundTripStep(ms: number): number {
  const step = ROUND_TRIP_STEPS_MS.findIndex((end) => ms <= end);
  return step < 0 ? ROUND_TRIP_STEPS_MS.length : step;
}

/**
 * The end of the step that the median lies in, and no more than the longest there was; undefined when no ping was
 * answered. Medians of gateways have no sum, steps have one.
 */
export function medianRoundTripMs(
  figures: Pick<SocketFigures, 'roundTrips' | 'longestRoundTripMs'>,
): number | undefined {
  const { roundTrips, longestRoundTripMs } = figures;
  const total = roundTrips.reduce((sum, trips) => sum + trips, 0);
  if (total === 0) return undefined;
  let below = 0;
  const step = roundTrips.findIndex((trips) => (below += trips) * 2 >= total);
  return Math.min(ROUND_TRIP_STEPS_MS[step] ?? longestRoundTripMs, longestRoundTripMs);
}
