import type { Log } from '../telemetry/log.ts';

/** What a process has started, to be stopped in the opposite order. */
export interface Lifecycle {
  onStop: (name: string, stop: () => Promise<unknown> | undefined) => void;
  isStopping: () => boolean;
  /** Stops everything once; later calls wait for the first. */
  stop: () => Promise<void>;
}

export function createLifecycle(log: Log): Lifecycle {
  const stops: { name: string; stop: () => Promise<unknown> | undefined }[] = [];
  let stopping: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    for (const { name, stop } of stops.toReversed()) {
      try {
        await stop();
      } catch (error) {
        log.error({ part: name, err: error }, 'could not stop cleanly');
      }
    }
  }

  return {
    onStop: (name, stop) => void stops.push({ name, stop }),
    isStopping: () => stopping !== undefined,
    stop: () => (stopping ??= stopAll()),
  };
}

/** A crash while stopping must not leave the process hanging. */
const FORCED_EXIT_MS = 30_000;

/**
 * Runs a process: SIGTERM and SIGINT stop it cleanly, as does the end of its launcher's IPC channel;
 * a failure to start or an error nobody caught stops it with exit code 1.
 */
export async function runProcess(
  log: Log,
  start: (lifecycle: Lifecycle) => Promise<void>,
): Promise<void> {
  const lifecycle = createLifecycle(log);
  const stop = (exitCode: number) => {
    setTimeout(() => process.exit(exitCode || 1), FORCED_EXIT_MS).unref();
    void lifecycle.stop().then(() => process.exit(exitCode));
  };

  process.on('SIGTERM', () => stop(0));
  process.on('SIGINT', () => stop(0));
  process.on('disconnect', () => stop(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'uncaught exception');
    stop(1);
  });
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'unhandled rejection');
    stop(1);
  });

  try {
    await start(lifecycle);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    log.debug({ err: error }, 'could not start');
    stop(1);
  }
}
