import type { Log } from '#platform/telemetry/log.ts';

/** Calls `beat` each `everyMs`, never twice at once; a beat that fails is followed by the next. */
export function startBeats(
  beat: () => Promise<void>,
  everyMs: number,
  log: Log,
): { stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    running = beat()
      .catch((error: unknown) => log.warn({ err: error }, 'a beat of presence failed'))
      .finally(() => (isBusy = false));
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
