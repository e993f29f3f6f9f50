import { countProducts } from './category.repository.ts';
import type { Db } from './tables.ts';

/** How old the numbers beside the categories may be. */
const MAX_AGE_MS = 5_000;

/** Products that can be bought, by category id: counted for all categories at once, and kept a moment. */
export interface ProductCounts {
  get: () => Promise<ReadonlyMap<string, number>>;
  /** Counts anew the next time. */
  forget: () => void;
}

export function createProductCounts(db: Db, now: () => Date): ProductCounts {
  let counts: Promise<ReadonlyMap<string, number>> | undefined;
  let countedAt = 0;

  const forget = () => (counts = undefined);
  return {
    forget,
    get() {
      const time = now().getTime();
      if (counts === undefined || time - countedAt > MAX_AGE_MS) {
        countedAt = time;
        const counting = countProducts(db);
        counts = counting;
        counting.catch(() => {
          if (counts === counting) forget();
        });
      }
      return counts;
    },
  };
}
