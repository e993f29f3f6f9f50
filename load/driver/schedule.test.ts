import { createSchedule } from './schedule.ts';

test('an even rate begins one journey after the other', () => {
  const schedule = createSchedule([{ seconds: 10, rate: 4 }]);

  expect([0, 0.25, 0.5, 9.99, 10, 99].map(schedule.dueBy)).toEqual([0, 1, 2, 39, 40, 40]);
  expect([0, 1, 39].map(schedule.momentOf)).toEqual([0, 0.25, 9.75]);
});

test('a ramp begins as many as its middle rate does, the more the later', () => {
  const schedule = createSchedule([
    { seconds: 10, rate: 20, isRamp: true },
    { seconds: 10, rate: 0, isRamp: true },
  ]);

  expect(schedule.seconds).toBe(20);
  expect([5, 10, 15, 20].map(schedule.dueBy)).toEqual([25, 100, 175, 200]);
  expect(schedule.momentOf(25)).toBeCloseTo(Math.sqrt(26), 3);
});

test('each journey has a moment by which it is due, and not before', () => {
  const schedule = createSchedule([
    { seconds: 3, rate: 5, isRamp: true },
    { seconds: 2, rate: 7 },
    { seconds: 3, rate: 0, isRamp: true },
  ]);
  const journeys = schedule.dueBy(schedule.seconds);

  expect(journeys).toBeGreaterThan(20);
  for (let journey = 0; journey < journeys; journey++) {
    const moment = schedule.momentOf(journey);
    expect(schedule.dueBy(moment + 0.001)).toBeGreaterThan(journey);
    expect(schedule.dueBy(moment - 0.001)).toBeLessThanOrEqual(journey);
  }
});
