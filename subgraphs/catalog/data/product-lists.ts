import { LRUCache } from 'lru-cache';

/**
 * First pages of lists, kept a moment in this replica's memory: many people look at the same few. A change
 * that this replica hears of ends all of them; one that it does not hear of is seen after `freshMs`.
 */
export interface ProductLists<List> {
  /** Reads a list once for all who ask at the same time, and a moment after. */
  get: (key: string, read: () => Promise<List>) => Promise<List>;
  forget: () => void;
}

/** Each holds a page of products. */
const MAX_LISTS = 200;

export function createProductLists<List>({
  freshMs: ttl,
  clock = () => performance.now(),
}: {
  freshMs: number;
  /** Milliseconds that only grow. */
  clock?: () => number;
}): ProductLists<List> {
  const lists = new LRUCache<string, Promise<List>>({
    max: MAX_LISTS,
    ttl,
    ttlResolution: 0,
    perf: { now: clock },
  });

  return {
    get(key, read) {
      const known = lists.get(key);
      if (known !== undefined) return known;
      const reading = read();
      // What is being read when `forget` comes is in here too, and goes with the rest.
      lists.set(key, reading);
      reading.catch(() => {
        if (lists.peek(key) === reading) lists.delete(key);
      });
      return reading;
    },
    forget: () => lists.clear(),
  };
}
