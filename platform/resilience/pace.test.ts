import { createPace } from './pace.ts';

function paceOf(everyMs: number, mostRestMs = 0) {
  let time = 1_000;
  const rests: number[] = [];
  const { begin, ended, hurry } = createPace({
    everyMs,
    mostRestMs,
    now: () => time,
    rest: (ms) => {
      rests.push(ms);
      time += ms;
      return Promise.resolve();
    },
  });
  return { pace: begin, ended, hurry, rests, pass: (ms: number) => void (time += ms) };
}

test('what comes alone begins at once', async () => {
  const { pace, rests, pass } = paceOf(20);
  await pace();
  pass(20);
  await pace();
  pass(1_000);
  await pace();

  expect(rests).toEqual([]);
});

test('what comes soon waits for its time, which counts from the beginning of the one before', async () => {
  const { pace, rests, pass } = paceOf(20);
  await pace();
  pass(5);
  await pace();
  pass(12);
  await pace();

  expect(rests).toEqual([15, 8]);
});

test('what takes long rests for twice as long, and not for ever', async () => {
  const { pace, ended, rests, pass } = paceOf(20, 50);
  for (const workMs of [5, 10, 30, 1_000]) {
    await pace();
    pass(workMs);
    ended();
  }
  await pace();
  pass(1_000);
  await pace();

  expect(rests).toEqual([15, 20, 50, 50]);
});

test('what is in a hurry begins at once', async () => {
  const { pace, ended, hurry, rests } = paceOf(20, 50);
  await pace();
  ended();
  hurry();
  await pace();
  await pace();

  expect(rests).toEqual([20]);
});
