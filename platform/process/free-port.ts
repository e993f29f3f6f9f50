import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';
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
