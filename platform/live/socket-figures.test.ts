import {
  countCloses,
  medianRoundTripMs,
  noSocketFigures,
  parseSocketFigures,
  ROUND_TRIP_STEPS_MS,
  roundTripStep,
  sumSocketFigures,
  type SocketFigures,
} from './socket-figures.ts';

/** A gateway whose pings took so long. */
function figures(changes: Partial<SocketFigures>, ...roundTripsMs: number[]): SocketFigures {
  const all = { ...noSocketFigures(), ...changes };
  for (const ms of roundTripsMs) {
    const step = roundTripStep(ms);
    all.roundTrips[step] = (all.roundTrips[step] ?? 0) + 1;
    all.longestRoundTripMs = Math.max(all.longestRoundTripMs, ms);
  }
  return all;
}

test('the sum has each number of each gateway, and the longest round trip of all', () => {
  const sum = sumSocketFigures([
    figures({ open: 3, opened: 5, closes: { '1001': 1, other: 1 }, unanswered: 1 }, 3, 4),
    figures({ open: 4, refused: 2, refusedFull: 1, closes: { '1001': 2, '1006': 4 } }, 700),
  ]);
  expect(sum).toMatchObject({
    open: 7,
    opened: 5,
    refused: 2,
    refusedFull: 1,
    unanswered: 1,
    closes: { '1001': 3, '1006': 4, other: 1 },
    longestRoundTripMs: 700,
  });
  expect(countCloses(sum)).toBe(8);
  expect(medianRoundTripMs(sum)).toBe(5);
  expect(sumSocketFigures([])).toEqual(noSocketFigures());
});

test('a sum is an Int of GraphQL, whatever is told', () => {
  const told = figures({ open: 1_000_000, closes: { '1000': 1_000_000, '1001': 1_000_000 } });
  const sum = sumSocketFigures(Array.from({ length: 3_000 }, () => told));
  expect(sum.open).toBe(2 ** 31 - 1);
  expect(countCloses(sum)).toBe(2 ** 31 - 1);
});

test('the median is told by the step it lies in, and is never longer than the longest', () => {
  expect(medianRoundTripMs(figures({}))).toBeUndefined();
  expect(medianRoundTripMs(figures({}, 3))).toBe(3);
  expect(medianRoundTripMs(figures({}, 3, 3, 900))).toBe(5);
  expect(medianRoundTripMs(figures({}, 3, 900, 901))).toBe(901);
  expect(medianRoundTripMs(figures({}, 12_000, 14_000))).toBe(14_000);
  expect(roundTripStep(0)).toBe(0);
  expect(roundTripStep(5_000)).toBe(ROUND_TRIP_STEPS_MS.length - 1);
  expect(roundTripStep(5_001)).toBe(ROUND_TRIP_STEPS_MS.length);
});

test('figures travel as text, and what is none is not taken for some', () => {
  const told = figures({ open: 2, closes: { '4400': 1 } }, 8);
  expect(parseSocketFigures(JSON.stringify(told))).toEqual(told);
  // What a later version adds does no harm.
  expect(parseSocketFigures(JSON.stringify({ ...told, more: 1 }))).toEqual(told);
  const manyCodes = Object.fromEntries(Array.from({ length: 33 }, (_, at) => [4000 + at, 1]));
  for (const bad of [
    '',
    'null',
    '{',
    '[]',
    JSON.stringify({ open: 1 }),
    JSON.stringify({ ...told, open: -1 }),
    JSON.stringify({ ...told, open: 1.5 }),
    JSON.stringify({ ...told, open: 1e9 }),
    JSON.stringify({ ...told, roundTrips: [1] }),
    JSON.stringify({ ...told, closes: { '<b>': 1 } }),
    JSON.stringify({ ...told, closes: manyCodes }),
  ]) {
    expect(parseSocketFigures(bad)).toBeUndefined();
  }
});
