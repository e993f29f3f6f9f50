import { LRUCache } from 'lru-cache';

/** Charges without an answer that are remembered; of more, the oldest begin anew. */
const MAX_UNANSWERED = 10_000;

export interface Unanswered {
  /** Times that the provider was asked, over several calls. */
  asked: number;
  /** Nobody has answered it for longer than it is waited for. */
  isHopeless: boolean;
}

/** What the provider was asked for and has not answered yet, with the time at which it was asked first. */
export function createUnanswered(now: () => number, patienceMs: number) {
  const charges = new LRUCache<string, { asked: number; since: number }>({ max: MAX_UNANSWERED });
  return {
    find(key: string): Unanswered | undefined {
      const charge = charges.get(key);
      return charge && { asked: charge.asked, isHopeless: now() - charge.since >= patienceMs };
    },
    has: (key: string) => charges.has(key),
    add(key: string, asked: number): void {
      charges.set(key, { asked, since: charges.get(key)?.since ?? now() });
    },
    /** The waiting of this one, of which is known by now that it is not to blame. */
    beginAnew(key: string): void {
      const charge = charges.get(key);
      if (charge) charges.set(key, { ...charge, since: now() });
    },
    delete: (key: string) => charges.delete(key),
  };
}
