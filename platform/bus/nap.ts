/** A sleep that others end, for loops that rest many times a second. */
export interface Nap {
  /** Resolves after that time or when it is ended. One at a time. */
  rest(ms: number): Promise<void>;
  end(): void;
}

/** A timer and a promise: an aborted signal makes an exception with its stack each time, 2 % of a busy process. */
export function createNap(): Nap {
  let wake: (() => void) | undefined;

  return {
    rest(ms) {
      return new Promise((resolve) => {
        const timer = setTimeout(done, ms);
        function done(): void {
          clearTimeout(timer);
          wake = undefined;
          resolve();
        }
        wake = done;
      });
    },
    end() {
      wake?.();
    },
  };
}
