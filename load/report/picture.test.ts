import { drawPicture } from './picture.ts';
import { createTimeline } from './timeline.ts';
import { createTally, recordMs } from '../driver/tally.ts';

test('draws each second, leaves gaps where nothing was answered, and writes down what was done', () => {
  let now = 0;
  const timeline = createTimeline(0, () => now);
  for (const [at, ms] of [
    [1_000, 10],
    [2_000, undefined],
    [3_000, 30],
    [4_000, 40],
  ] as const) {
    now = at;
    const tally = createTally();
    tally.begun = 5;
    if (ms !== undefined) {
      tally.ended = 5;
      recordMs(tally.journey, ms);
    }
    timeline.add(tally);
  }
  timeline.note('postgres <stops>');

  const seconds = timeline.seconds();
  expect(seconds.map(({ p50 }) => p50 && Math.round(p50))).toEqual([10, undefined, 30, 40]);
  expect(timeline.lastAt()).toBe(4_000);

  const picture = drawPicture('normal & more', seconds, timeline.notes);
  expect(picture).toContain('normal &amp; more');
  expect(picture).toContain('postgres &lt;stops>');
  // Two pen strokes: before the gap, and after it.
  const [p50 = ''] = /<path d="[^"]*"/.exec(picture) ?? [];
  expect(p50.match(/M/g)).toHaveLength(2);
  expect(p50.match(/L/g)).toHaveLength(1);
});
