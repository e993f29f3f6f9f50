/** Tellings under way; each is of one group. */
const MAX_UNDER_WAY = 50;

/**
 * Tells those who listen without keeping anybody waiting: what is told is stored already, and who does not hear of it
 * finds it by its sequence. Without Redis each telling takes seconds to fail; then the next ones wait for a free place.
 */
export function createTellMeanwhile(): (tell: () => Promise<void>) => Promise<void> {
  const underWay = new Set<Promise<void>>();
  return async (tell) => {
    while (underWay.size >= MAX_UNDER_WAY) await Promise.race(underWay);
    const told = tell()
      .catch(() => undefined)
      .finally(() => underWay.delete(told));
    underWay.add(told);
  };
}
