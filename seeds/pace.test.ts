import { createPace } from './pace.ts';

function paceAt() {
  let time = 0;
  const pace = createPace(() => time);
  return (seconds: number, done: number, step = 'orders') => {
    time = seconds * 1_000;
    return pace({ step, done, total: 10_000_000 });
  };
}

test('says how fast it is and how long it will take', () => {
  const pace = paceAt();

  expect(pace(0, 0)).toBe('');
  expect(pace(100, 1_000_000)).toBe('10,000 a second, 15 min left');
  expect(pace(900, 9_000_000)).toBe('10,000 a second, 100 s left');
  expect(pace(1_000, 10_000_000)).toBe('');
});

test('a run that goes on counts what it has made itself', () => {
  const pace = paceAt();
  pace(0, 9_000_000);

  expect(pace(10, 9_001_000)).toBe('100 a second, 167 min left');
});

test('each step begins anew', () => {
  const pace = paceAt();
  pace(0, 0);
  pace(100, 1_000_000);

  expect(pace(100, 5, 'indexes')).toBe('');
  expect(pace(200, 15, 'indexes')).toContain('6 a minute');
});
