import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SWAPS = 1_000;
/** One supergraph of the tiny graph, kept by mistake, is half a megabyte: 700 would be 350. */
const MAX_GROWTH_BYTES = 8_000_000;

test('memory does not grow with the supergraphs that were served', async () => {
  const { stdout } = await promisify(execFile)(
    `${ROOT}node_modules/.bin/node`,
    ['--expose-gc', 'gateway/testing/swap-many.ts', String(SWAPS)],
    { cwd: ROOT },
  );
  const heap = JSON.parse(stdout) as number[];
  // Compiled code and caches are full after three tenths.
  expect(heap).toHaveLength(10);
  expect((heap[9] ?? Infinity) - (heap[2] ?? 0)).toBeLessThan(MAX_GROWTH_BYTES);
}, 240_000);
