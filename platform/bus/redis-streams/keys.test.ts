import { randomUUID } from 'node:crypto';
import { partitionOf } from './keys.ts';

test('keeps a key in its partition, in every release', () => {
  expect(['k0', 'k1', 'ключ', ''].map((key) => partitionOf(key, 12))).toMatchInlineSnapshot(`
   [
     3,
     1,
     6,
     0,
   ]
  `);
});

test('spreads keys over all partitions, none of them twice as full as it should be', () => {
  const counts = Array<number>(12).fill(0);
  for (let i = 0; i < 12_000; i += 1) {
    const partition = partitionOf(randomUUID(), 12);
    counts[partition] = (counts[partition] ?? 0) + 1;
  }
  expect(Math.min(...counts)).toBeGreaterThan(500);
  expect(Math.max(...counts)).toBeLessThan(2_000);
});
