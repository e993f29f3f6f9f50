import type { TickJob } from '#platform/jobs/jobs.ts';
import { refreshSoonWanted, warmHotProducts, type Warmth } from '../data/keep-warm.ts';

/** Less than the shortest life of a copy, so that no wanted one ends between two turns. */
const SOON_WANTED_EVERY_MS = 60_000;
const HOT_EVERY_MS = 600_000;

/** One replica at a time keeps Redis warm for all. */
export function createWarmthJobs(warmth: Warmth): TickJob[] {
  return [
    {
      name: 'keep-hot-products-warm',
      everyMs: HOT_EVERY_MS,
      run: () => warmHotProducts(warmth),
    },
    {
      name: 'keep-soon-wanted-products-warm',
      everyMs: SOON_WANTED_EVERY_MS,
      run: () => refreshSoonWanted(warmth),
    },
  ];
}
