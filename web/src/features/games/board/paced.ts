/** A board that moves all the time is fetched anew at most so often. */
export const REFRESH_EVERY_MS = 5_000;

type Timer = ReturnType<typeof setTimeout>;

export type Paced = {
  /** Runs at once, or when the gap is over; however often it is asked for until then, once. */
  ask: () => void;
  stop: () => void;
};

type PacedOptions = {
  run: () => void;
  everyMs: number;
  now?: () => number;
  setTimer?: (callback: () => void, delayMs: number) => Timer;
  clearTimer?: (timer: Timer) => void;
};

/** The latest wins, and what is asked for last is never left out. */
export function createPaced(options: PacedOptions): Paced {
  const {
    run,
    everyMs,
    now = Date.now,
    setTimer = setTimeout,
    clearTimer = clearTimeout,
  } = options;
  let ranAt = now();
  let timer: Timer | undefined;

  function runNow(): void {
    timer = undefined;
    ranAt = now();
    run();
  }

  return {
    ask: () => {
      timer ??= setTimer(runNow, Math.max(0, ranAt + everyMs - now()));
    },
    stop: () => {
      if (timer !== undefined) clearTimer(timer);
      timer = undefined;
    },
  };
}
