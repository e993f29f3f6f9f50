import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** Throws when something listens on the port already, naming the port and the setting that moves it. */
export async function assertPortFree(port: number, setting: string): Promise<void> {
  const server = createServer().listen(port, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(`${reasonOf(error, port)} Set ${setting} to another port.`, { cause: error });
  }
  server.close();
  await once(server, 'close');
}

/** Ports that no system gives to outgoing connections, of which a test of many processes has hundreds. */
const FIRST_PORT = 12_000;
const LAST_PORT = 31_999;
const MAX_TRIES = 100;

/** A port that was free a moment ago. For temporary servers: nothing keeps it reserved. */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    const server = createServer().listen(port, LOOPBACK);
    try {
      await once(server, 'listening');
    } catch {
      continue;
    }
    server.close();
    await once(server, 'close');
    return port;
  }
  throw new Error(`no free port between ${FIRST_PORT} and ${LAST_PORT} in ${MAX_TRIES} tries`);
}

function reasonOf(error: unknown, port: number): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EADDRINUSE') return `Port ${port} on ${LOOPBACK} is taken by another program.`;
  if (code === 'EACCES') return `Port ${port} needs more rights than this user has.`;
  return `Cannot listen on port ${port} of ${LOOPBACK} (${code ?? String(error)}).`;
}
