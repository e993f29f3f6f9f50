import { createPace } from './pace.ts';

function paceOf(everyMs: number) {
  let time = 1_000;
  const rests: number[] = [];
  const pace = createPace(
    everyMs,
    () => time,
    (ms) => {
      rests.push(ms);
      time += ms;
      return Promise.resolve();
    },
  );
  return { pace, rests, pass: (ms: number) => void (time += ms) };
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
