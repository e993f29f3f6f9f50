import { readArguments } from './read-arguments.ts';

test('a scenario has a rate, a time and people of its own, and runs on what npm start has started', () => {
  const { scenario, options, site } = readArguments(['thousand']);

  expect(scenario.name).toBe('thousand');
  expect(options).toEqual({ rate: 1_000, seconds: 60, users: 60_000, rehearsalSeconds: 20 });
  expect(site).toEqual(['--url', 'http://127.0.0.1:4000']);
});

test('what people can do twice may be rehearsed', () => {
  const { options } = readArguments(['flash-rate', '--rehearse', '5']);
  expect(options).toMatchObject({ rate: 2_000, rehearsalSeconds: 5 });
});

test.each([
  [['thousand', '--rehearse', '0'], 0],
  [['normal'], 0],
  [['flash-rate'], 20],
  // People for two seconds of it are left.
  [['thousand', '--rate', '10000', '--seconds', '19.5'], 2],
  [['thousand', '--rate', '10000', '--seconds', '20'], 0],
])('%j is rehearsed for %i s', (words, rehearsalSeconds) => {
  expect(readArguments(words).options).toMatchObject({ rehearsalSeconds });
});

test('more orders need more people where each has one full cart', () => {
  expect(readArguments(['thousand', '--rate', '2000']).options.users).toBe(120_000);
  expect(() => readArguments(['thousand', '--users', '10'])).toThrow(
    '60000 orders need as many people',
  );
});

test.each([
  [['holiday'], 'expected one of normal, peak'],
  [[], 'expected one of normal, peak'],
  [['normal', '--rate', 'fast'], '--rate is fast: expected a number above 0'],
  [['normal', '--rate', '0'], '--rate is 0: expected a number above 0'],
  [['crowd', '--rehearse', '5'], 'crowd cannot be rehearsed, only normal, peak, thousand, surge'],
  [['thousand', '--rehearse=-1'], '--rehearse is -1: expected a number from 0 to'],
  [['kill-parts'], 'kill-parts kills processes: expected --start'],
  [['normal', '--start', 'twice'], '--start is twice: expected in-process or distributed'],
  [['normal', '--url', 'http://x', '--start', 'distributed'], 'expected one of them'],
  [['normal', '--set', 'A=1'], 'expected --start'],
  [['normal', '--start', 'distributed', '--set', 'nonsense'], 'expected NAME=value'],
])('%j is refused with what was expected', (words, message) => {
  expect(() => readArguments(words)).toThrow(message);
});
