/** Runs work of which only so much is under way at once; the rest waits its turn, first come first served. */
export type InFlight = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function limitInFlight(most: number): InFlight {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (work) => {
    if (running < most) running += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
