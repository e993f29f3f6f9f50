/**
 * Calls `stop` once, when this process is asked to end: by a signal, or because the launcher
 * that started it is gone (its IPC channel closes even when it was killed with SIGKILL). Whoever
 * asks a second time is out of patience: `hurry` is called, which ends the process at once, and so does a third time.
 */
export function onStopRequest(
  stop: (reason: string) => void,
  hurry: () => void = () => process.exit(1),
): void {
  // The terminal may be gone as well: a line that nobody reads must not end us before we have drained.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => {});

  let times = 0;
  const ask = (reason: string) => {
    times += 1;
    if (times === 1) stop(reason);
    else if (times === 2) hurry();
    else process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => ask(signal));
  }
  if (process.channel) {
    process.once('disconnect', () => {
      if (times === 0) ask('the launcher is gone');
    });
    // Listening to the launcher is no reason to stay alive.
    process.channel.unref();
  }
}
