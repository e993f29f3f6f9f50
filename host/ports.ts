import { assertNobodyListens, LOOPBACK } from '../platform/process/free-port.ts';

/** Throws when something listens on the port already, naming the port and the setting that moves it. */
export async function assertPortFree(port: number, setting: string): Promise<void> {
  try {
    await assertNobodyListens(port);
  } catch (error) {
    throw new Error(`${reasonOf(error, port)} Set ${setting} to another port.`, { cause: error });
  }
}

function reasonOf(error: unknown, port: number): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `Port ${port} on ${LOOPBACK} is taken by another program.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this user has.`;
  return `Cannot listen on port ${port} of ${LOOPBACK} (${code ?? String(error)}).`;
}
