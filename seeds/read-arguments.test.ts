import { DEFAULT_UNTIL } from './plan.ts';
import { readArguments } from './read-arguments.ts';

const now = new Date('2026-11-21T10:00:00Z');
const read = (...words: string[]) => readArguments(words, now);

test('a scale is enough', () => {
  expect(read('--scale', '0.001')).toEqual({
    scale: 0.001,
    seed: 1,
    until: DEFAULT_UNTIL,
    parts: ['shop'],
  });
});

test('takes another seed and another end', () => {
  expect(read('--scale', '1', '--seed', '42', '--until', 'now')).toEqual({
    scale: 1,
    seed: 42,
    until: now,
    parts: ['shop'],
  });
});

test('takes parts, in the order in which they are made', () => {
  expect(read('--scale', '1', '--parts', 'chat,shop').parts).toEqual(['shop', 'chat']);
});

test.each([
  [[], '--scale is missing'],
  [['--scale', '0'], '--scale must be a number above 0'],
  [['--scale', 'big'], '--scale must be a number above 0'],
  [['--scale', '1', '--seed', '1.5'], '--seed must be a whole number'],
  [['--scale', '1', '--until', 'soon'], '--until must be a date'],
  [['--scale', '1', '--parts', 'shop,cinema'], '--parts must name some of shop, games, chat'],
  [['--size', '1'], "Unknown option '--size'"],
])('says what is wrong with %j', (words, message) => {
  expect(() => read(...words)).toThrow(message);
});
