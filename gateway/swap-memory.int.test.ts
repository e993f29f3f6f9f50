import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SWAPS = 1_000;
/** One supergraph of the tiny graph, kept by mistake, is half a megabyte: 700 would be 350. */
const MAX_GROWTH_BYTES = 8_000_000;

/** Each starts two processes; one kept by mistake is counted, and 7 supergraphs are 3.5 MB. */
const SWAPS_APART = 10;
const MAX_GROWTH_APART_BYTES = 2_500_000;

interface Swapped {
  heap: number[];
  started: number;
  serving: number;
  left: number;
}

async function swapMany(...args: string[]): Promise<Swapped> {
  const { stdout } = await promisify(execFile)(
    `${ROOT}node_modules/.bin/node`,
    ['--expose-gc', 'gateway/testing/swap-many.ts', ...args],
    { cwd: ROOT },
  );
  return JSON.parse(stdout) as Swapped;
}

test('memory does not grow with the supergraphs that were served', async () => {
  const { heap } = await swapMany(String(SWAPS));
  // Compiled code and caches are full after three tenths.
  expect(heap).toHaveLength(10);
  expect((heap[9] ?? Infinity) - (heap[2] ?? 0)).toBeLessThan(MAX_GROWTH_BYTES);
}, 240_000);

test('nor with the processes that read them and plan on them: one is left, and none at the end', async () => {
  const { heap, ...processes } = await swapMany(String(SWAPS_APART), 'apart');

  expect(processes).toEqual({ started: SWAPS_APART * 2, serving: 1, left: 0 });
  expect((heap[9] ?? Infinity) - (heap[2] ?? 0)).toBeLessThan(MAX_GROWTH_APART_BYTES);
}, 120_000);
