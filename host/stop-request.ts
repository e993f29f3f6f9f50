/**
 * Calls `stop` once, when this process is asked to end: by a signal, or because the launcher
 * that started it is gone (its IPC channel closes even when it was killed with SIGKILL). Whoever
 * asks a second time is out of patience: the process ends at once, and the next start recovers.
 */
export function onStopRequest(stop: (reason: string) => void): void {
  // The terminal may be gone as well: a line that nobody reads must not end us before we have drained.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {});

  let wasAsked = false;
  const ask = (reason: string) => {
    if (wasAsked) process.exit(1);
    wasAsked = true;
    stop(reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => ask(signal));
  }
  if (process.channel) {
    process.once('disconnect', () => {
      if (!wasAsked) ask('the launcher is gone');
    });
    // Listening to the launcher is no reason to stay alive.
    process.channel.unref();
  }
}
