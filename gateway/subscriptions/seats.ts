/** Counts what each holder has, up to a bound: sockets of an address, subscriptions of a viewer. */
export interface Seats {
  /** False when the holder has as many as it may. */
  take: (holder: string) => boolean;
  release: (holder: string) => void;
  total: () => number;
}

/** Holders with nothing are forgotten, so that the count grows with what is open only. */
export function createSeats(maxAHolder: number): Seats {
  const taken = new Map<string, number>();
  let total = 0;
  return {
    take(holder) {
      const count = taken.get(holder) ?? 0;
      if (count >= maxAHolder) return false;
      taken.set(holder, count + 1);
      total += 1;
      return true;
    },
    release(holder) {
      const count = taken.get(holder);
      if (count === undefined) return;
      total -= 1;
      if (count === 1) taken.delete(holder);
      else taken.set(holder, count - 1);
    },
    total: () => total,
  };
}
