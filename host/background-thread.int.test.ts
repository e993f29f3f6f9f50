import { startBackgroundThread } from './background-thread.ts';

test('a thread that cannot start says why, and that nothing works in the background', async () => {
  const crashes: Error[] = [];
  const data = { env: { REDIS_URL: '' }, logLevel: 'silent', isPretty: false, ownsDatabase: false };
  const thread = startBackgroundThread(data, (error) => crashes.push(error));

  await expect(thread.ready).rejects.toThrow('INTERNAL_SECRET');
  expect(crashes.map(({ message }) => message)).toEqual([
    expect.stringContaining('INTERNAL_SECRET'),
  ]);
  await expect(thread.readMetrics()).rejects.toThrow('no metrics from the background');
  await thread.stop();
}, 20_000);
