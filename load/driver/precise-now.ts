/** Milliseconds since 1970, finer than Date.now: what one process writes another one can compare with. */
export const preciseNow = (): number => performance.timeOrigin + performance.now();
