import { countJest, countMissing, sumUp } from './outcome.ts';

const report = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 0,
};

test('adds all tiers up in the last line', () => {
  const { lines, failed } = sumUp([
    { tier: 'int', seconds: 1, ...countJest(report, 0) },
    { tier: 'browser', seconds: 0, ...countMissing('no Chromium', false) },
  ]);

  expect(lines.at(-1)).toBe('3 passed, 0 failed, 3 skipped');
  expect(lines[1]).toMatch(/^left out browser .*\(no Chromium\)$/);
  expect(failed).toBe(0);
});

test('a test file that cannot be run is a failure', () => {
  expect(countJest({ ...report, numRuntimeErrorTestSuites: 2 }, 1)).toMatchObject({ failed: 2 });
});

test('a run that fails without a failed test is a failure', () => {
  expect(countJest(report, 1)).toMatchObject({ failed: 1, reason: 'Jest ended with code 1' });
  expect(countJest(undefined, 0)).toMatchObject({ failed: 1 });
});

test('what is missing fails where nothing may be left out', () => {
  expect(countMissing('no Kafka', true)).toMatchObject({ failed: 1, skipped: 0 });
  expect(countMissing('no Kafka', false)).toMatchObject({ failed: 0, skipped: 1 });
});
