import { packScores, unpackScores } from './packed-scores.ts';
import { readScores } from './score-events.ts';
import type { SubmittedScore } from './submitted-score.ts';

const score = (changes: Partial<SubmittedScore> = {}): SubmittedScore => ({
  id: '01890000-0000-7abc-8def-0123456789ab',
  player: 1,
  region: 'AFRICA',
  mode: 1,
  score: 0,
  seconds: 180,
  at: 1_772_539_200_123,
  isTracked: false,
  ...changes,
});

test('scores come out as they went in, at the ends of what they can be', () => {
  const scores = [
    score(),
    score({ player: 2 ** 40 - 1, region: 'SOUTH_AMERICA', mode: 65_535, isTracked: true }),
    score({ score: 2 ** 31 - 1, seconds: 2 ** 32 - 1, at: 2 ** 48 - 1 }),
    score({ score: -1 }),
  ];

  expect(unpackScores(packScores(scores))).toEqual(scores);
});

test('a list that is cut off is refused, and so is a region that nobody knows', () => {
  const packed = Buffer.from(packScores([score(), score()]), 'base64');

  expect(() => unpackScores(packed.subarray(1).toString('base64'))).toThrow('39 a score');
  expect(() => unpackScores('')).toThrow('0 bytes');
  packed[37] = 6;
  expect(() => unpackScores(packed.toString('base64'))).toThrow('region');
  expect(() => packScores([score({ region: 'ATLANTIS' })])).toThrow('ATLANTIS');
});

test('events are read as they are written, and as they were before', () => {
  const scores = [score({ score: 5 }), score({ score: 7 })];

  expect(readScores({ type: 'scores.accepted', data: { packed: packScores(scores) } })).toEqual(
    scores,
  );
  expect(readScores({ type: 'scores.submitted', data: { scores } })).toEqual(scores);
});
