import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens, and resolves to the port (the given one, or a free one for 0). `setting` is named when the port is taken. */
export function listen(
  server: Server,
  address: { host: string; port: number; setting: string },
): Promise<number> {
  const { host, port, setting } = address;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`port ${port} is taken: stop what uses it, or set ${setting}`)
          : error,
      );
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** How often connections that have become idle are looked for. */
const SWEEP_MS = 50;

/**
 * Stops accepting, lets requests under way finish for up to `drainMs`, then closes what is left. A
 * connection that is kept alive goes with its last answer: a busy client would otherwise hold it open.
 */
export function closeServer(server: Server, drainMs: number): Promise<void> {
  server.prependListener('request', (_request, response) => {
    response.setHeader('connection', 'close');
  });
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    const deadline = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(deadline);
      resolve();
    });
  });
}
