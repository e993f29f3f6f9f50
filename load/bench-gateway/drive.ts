import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Workload } from './operations.ts';

export interface DriveRequest {
  url: string;
  workload: Workload;
  durationMs: number;
  /** Goes on until each body was sent once, so that nothing is new when it is measured. */
  isWarmUp: boolean;
}

export interface DriveReport {
  /** Answered within the duration. */
  requests: number;
  /** Those that were under way at its end as well. */
  answered: number;
  bytes: number;
  failures: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  /** The first answer that was none. */
  failure?: string;
}

/** The process that sends the load. */
export interface Driver extends Disposable {
  drive: (request: DriveRequest) => Promise<DriveReport>;
}

const SCRIPT = fileURLToPath(new URL('driver.ts', import.meta.url));

export function startDriver(): Driver {
  const child: ChildProcess = fork(SCRIPT, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit').then(() => ({ error: 'the load driver ended' }));
  return {
    async drive(request) {
      child.send(request);
      const message = await Promise.race([nextMessage(child), gone]);
      if ('error' in message) throw new Error(`${request.url}: ${message.error}`);
      return message.report;
    },
    [Symbol.dispose]: () => void child.kill(),
  };
}

function nextMessage(child: ChildProcess): Promise<DriverMessage> {
  return new Promise((resolve) =>
    child.once('message', (message) => resolve(message as DriverMessage)),
  );
}

type DriverMessage = { report: DriveReport } | { error: string };
