/** A signal to the whole group is for the gateway, which ends its children when it has drained; they end with it. */
export function outliveSignals(): void {
  process.on('disconnect', () => process.exit());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
}
