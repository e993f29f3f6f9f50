import { createTally, addTally, type Tally } from '../driver/tally.ts';
import type { MetricsSample } from '../metrics.ts';

/** One second of a run. */
export interface Second {
  begun: number;
  ended: number;
  failures: number;
  /** Of whole journeys, in milliseconds; of no journeys, undefined. */
  p50: number | undefined;
  p95: number | undefined;
  p99: number | undefined;
  lag: number | undefined;
}

export interface Note {
  second: number;
  text: string;
}

export interface Timeline {
  add: (tally: Tally) => void;
  sample: (sample: MetricsSample) => void;
  note: (text: string) => void;
  /** Milliseconds since the epoch at which the last journey ended. */
  lastAt: () => number;
  /** Seconds of the run that have passed. */
  passed: () => number;
  seconds: () => Second[];
  notes: readonly Note[];
}

/** Longer runs keep their first day. */
const MAX_SECONDS = 86_400;

export function createTimeline(startsAt: number, now: () => number = Date.now): Timeline {
  const tallies: (Tally | undefined)[] = [];
  const lags: (number | undefined)[] = [];
  const notes: Note[] = [];
  let lastAt = startsAt;
  const secondOf = (at: number) =>
    Math.min(Math.max(0, Math.floor((at - startsAt) / 1000)), MAX_SECONDS);

  return {
    add(tally) {
      const at = now();
      if (tally.ended > 0) lastAt = at;
      // A tally tells of the second before it was sent.
      const second = secondOf(at - 500);
      const known = (tallies[second] ??= createTally());
      addTally(known, { ...tally, orderIds: [] });
    },
    sample({ lag }) {
      lags[secondOf(now())] = lag;
    },
    note(text) {
      notes.push({ second: Math.max(0, (now() - startsAt) / 1000), text });
    },
    lastAt: () => lastAt,
    passed: () => Math.max(0, (now() - startsAt) / 1000),
    seconds: () =>
      Array.from({ length: tallies.length }, (_, index) => toSecond(tallies[index], lags[index])),
    notes,
  };
}

function toSecond(tally: Tally | undefined, lag: number | undefined): Second {
  const { begun = 0, ended = 0, failures, journey } = tally ?? {};
  const ms = (percent: number) =>
    journey === undefined || journey.count === 0 ? undefined : journey.percentile(percent) / 1000;
  return {
    begun,
    ended,
    failures: Array.from(failures?.values() ?? []).reduce((sum, times) => sum + times, 0),
    p50: ms(50),
    p95: ms(95),
    p99: ms(99),
    lag,
  };
}
