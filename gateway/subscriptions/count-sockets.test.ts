import { noSocketFigures } from '../../platform/live/socket-figures.ts';
import { countedCode, createSocketCounts } from './count-sockets.ts';
import { CLOSE } from './messages.ts';

test('what happened counts for so many slices, and is then forgotten', () => {
  const counts = createSocketCounts(2);
  counts.opened();
  counts.opened();
  counts.closed(1001);
  counts.refused('full');
  counts.refused('address');
  counts.unanswered();
  counts.answered(7.4);
  const first = counts.endSlice(1);
  expect(first).toMatchObject({
    open: 1,
    opened: 2,
    closes: { '1001': 1 },
    refused: 2,
    refusedFull: 1,
    unanswered: 1,
    longestRoundTripMs: 8,
  });
  expect(first.roundTrips.indexOf(1)).toBe(3);

  counts.closed(1001);
  expect(counts.endSlice(0)).toMatchObject({ open: 0, opened: 2, closes: { '1001': 2 } });
  expect(counts.endSlice(0)).toEqual({ ...noSocketFigures(), closes: { '1001': 1 } });
  expect(counts.endSlice(3)).toEqual({ ...noSocketFigures(), open: 3 });
});

test('every code that a gateway closes with is counted as itself, what clients make up as one', () => {
  for (const code of Object.values(CLOSE)) expect(countedCode(code)).toBe(String(code));
  expect([4999, 1011, 3000].map(countedCode)).toEqual(['other', 'other', 'other']);
});
