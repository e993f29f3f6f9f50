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

/** Stops accepting, lets requests under way finish for up to `drainMs`, then closes what is left. */
export function closeServer(server: Server, drainMs: number): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(deadline);
      resolve();
    });
    server.closeIdleConnections();
  });
}
