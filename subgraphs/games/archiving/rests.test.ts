import { createRests } from './rests.ts';

const nobodyWaits = () => Promise.resolve(false);

async function rested(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

test('rests are longer than work, and no longer together than was said', async () => {
  const rests = createRests(60);
  expect(await rested(() => rests.after(10, nobodyWaits))).toBeGreaterThan(35);
  // 20 are left of 60.
  expect(await rested(() => rests.after(1_000_000, nobodyWaits))).toBeLessThan(500);
  expect(await rested(() => rests.after(1_000_000, nobodyWaits))).toBeLessThan(500);
});

test('there is no rest while somebody waits', async () => {
  const rests = createRests(3_600_000);
  const passed = await rested(() => rests.after(3_600_000, () => Promise.resolve(true)));
  expect(passed).toBeLessThan(1_000);
});

test('a rest ends with the process, and so does the work', async () => {
  const stopping = new AbortController();
  const rests = createRests(3_600_000, stopping.signal);
  const resting = rests.after(3_600_000, nobodyWaits);
  stopping.abort();
  await expect(resting).rejects.toThrow('aborted');
  await expect(rests.after(1, nobodyWaits)).rejects.toThrow('aborted');
});
