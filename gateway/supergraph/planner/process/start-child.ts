import { fork, type ChildProcess } from 'node:child_process';

const MAX_HEAP_MEGABYTES = 1_024;

/** A process that does one thing for this one, and does not keep it alive. */
export function startChild(script: string): ChildProcess {
  const child = fork(script, [], {
    execArgv: [
      `--max-old-space-size=${MAX_HEAP_MEGABYTES}`,
      '--disable-warning=ExperimentalWarning',
    ],
    serialization: 'advanced',
    // Nothing of the gateway's settings: some of them are secret.
    env: { PATH: process.env['PATH'], APOLLO_TELEMETRY_DISABLED: 'true' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
}
