/** Runs work, at most so much at a time; the rest waits in the order in which it came. */
export type TakeTurns = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** The queue is as long as its callers make it: a group of subscribers waits with one event at most, a board with one script. */
export function createTurns(maxAtOnce: number): TakeTurns {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (work) => {
    if (running === maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place goes on to the next in line.
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
