/** Milliseconds since 1970, finer than Date.now: what one process or thread notes another one can compare with. */
export const preciseNow = (): number => performance.timeOrigin + performance.now();
