/** Which documents are worth compiling, and when there is time for it. */
export interface CompileBudget {
  /** Whether to compile something whose interpretation has taken this long so far. */
  allows: (interpretedMs: number) => boolean;
  /** Compiles, and counts how long that takes. */
  spend: <Result>(compile: () => Result) => Result;
  now: () => number;
}

export interface CompileRules {
  /** Interpreting has to have taken this long: about what compiling a small document takes. */
  afterMs: number;
  /** Most of the time that may go into compiling. */
  maxShare: number;
  now: () => number;
}

const DEFAULTS: CompileRules = { afterMs: 1, maxShare: 0.1, now: () => performance.now() };

/**
 * Compiling pays for what runs often or does much. With a thousand operations in turn, most of the time went
 * into compiling what then hardly ran (1,000 different ones in process: 0.63 ms of processor time each, of which
 * running them takes 0.14); and everything that became worth it at once was compiled at once, while others waited.
 */
export function createCompileBudget(rules: Partial<CompileRules> = {}): CompileBudget {
  const { afterMs, maxShare, now } = { ...DEFAULTS, ...rules };
  let nextAt = -Infinity;
  return {
    now,
    allows: (interpretedMs) => interpretedMs >= afterMs && now() >= nextAt,
    spend(compile) {
      const start = now();
      try {
        return compile();
      } finally {
        const end = now();
        nextAt = end + (end - start) * (1 / maxShare - 1);
      }
    },
  };
}
