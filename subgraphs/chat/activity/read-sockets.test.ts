import { CLOSE_MEANINGS, noSocketFigures } from '#platform/live/socket-figures.ts';
import { describeSockets } from './read-sockets.ts';

test('closes are told in words, the most frequent first, those of no code of ours last', () => {
  const told = describeSockets([
    { ...noSocketFigures(), open: 60, opened: 9, closes: { '1001': 2, '4401': 2, other: 2 } },
    { ...noSocketFigures(), open: 20, closes: { '1006': 10, '1000': 0 }, unanswered: 4 },
  ]);
  expect(told).toEqual({
    state: 'FAILING',
    problems: ['LOST'],
    gateways: 2,
    open: 80,
    opened: 9,
    closed: 16,
    refused: 0,
    unanswered: 4,
    medianRoundTripMs: null,
    longestRoundTripMs: null,
    closes: [
      { code: 1006, meaning: CLOSE_MEANINGS.get(1006), count: 10 },
      { code: 1001, meaning: CLOSE_MEANINGS.get(1001), count: 2 },
      { code: 4401, meaning: CLOSE_MEANINGS.get(4401), count: 2 },
      { code: null, meaning: 'Another code of the client', count: 2 },
    ],
  });
});

test('without a gateway nothing is known', () => {
  expect(describeSockets([])).toMatchObject({ state: 'UNKNOWN', gateways: 0, open: 0, closes: [] });
});
