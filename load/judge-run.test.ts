import { count, createLatency, createTally, recordMs, type Tally } from './driver/tally.ts';
import { describeTarget, judgeRun } from './judge-run.ts';
import type { Target } from './scenarios/scenario.ts';
import type { Settled } from './settle.ts';

const TARGET: Target = {
  step: 'checkout',
  p95Ms: 200,
  failureShare: 0.01,
  lag: 500,
  settledWithinMs: 30_000,
};
const SETTLED: Settled = {
  lagAtEnd: 3,
  lagOf: 'orders.saga',
  paidAfterMs: 900,
  endedAfterMs: 5_000,
  confirmed: 100,
  cancelled: 0,
};

function tallyOf(ms: number, outcomes: Record<string, number>): Tally {
  const tally = createTally();
  const latency = createLatency();
  for (let each = 0; each < 100; each++) recordMs(latency, ms);
  tally.latency.set('checkout', latency);
  for (const [name, times] of Object.entries(outcomes)) count(tally.outcomes, name, times);
  tally.ended = Object.values(outcomes).reduce((sum, times) => sum + times, 0);
  return tally;
}

const missed = (tally: Tally, settled: Settled = SETTLED, target: Target = TARGET) =>
  judgeRun(target, tally, settled).flatMap(({ what, isMet }) => (isMet ? [] : [what]));

test('a good run misses nothing; a refusal of the shop is an answer', () => {
  expect(missed(tallyOf(100, { Order: 60, OutOfStock: 40 }))).toEqual([]);
});

test.each([
  ['slow', tallyOf(300, { Order: 100 }), SETTLED, /^p95 (299|300) ms$/],
  ['failures', tallyOf(100, { Order: 98, UNAVAILABLE: 2 }), SETTLED, /^2.00 % failures$/],
  ['lag', tallyOf(100, { Order: 100 }), { ...SETTLED, lagAtEnd: 500 }, /^lag 500 at the end$/],
  [
    'unpaid',
    tallyOf(100, { Order: 100 }),
    { ...SETTLED, paidAfterMs: undefined },
    /neither paid nor/,
  ],
  ['paid late', tallyOf(100, { Order: 100 }), { ...SETTLED, paidAfterMs: 40_000 }, /after 40.0 s$/],
] as const)('%s is missed', (_, tally, settled, message) => {
  expect(missed(tally, settled)).toEqual([expect.stringMatching(message)]);
});

test('no failure means none', () => {
  const target = { ...TARGET, failureShare: 0 };
  expect(missed(tallyOf(100, { Order: 99_999, ECONNRESET: 1 }), SETTLED, target)).toHaveLength(1);
  expect(missed(tallyOf(100, { Order: 10 }), SETTLED, target)).toEqual([]);
});

test('a run without an answer misses everything', () => {
  expect(missed(createTally())).toEqual(['p95 Infinity ms', '100.00 % failures']);
});

test('the target is told before the run', () => {
  expect(describeTarget(TARGET)).toBe(
    'p95 of checkout within 200 ms, failures below 1 %, consumer lag below 500 at the end, every order paid or cancelled 30 s later, all invariants hold',
  );
});
