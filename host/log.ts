/** What the parts of this folder need of a log; pino's loggers fit. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

export const silent: Log = { info: () => {}, warn: () => {} };
