import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Where temporary servers listen. */
export const LOOPBACK = '127.0.0.1';
/** Ports that no system gives to outgoing connections, of which a test of many processes has hundreds. */
const RANGE = { first: 12_000, last: 31_999 };
const MAX_TRIES = 100;

/**
 * A TCP port of this machine on which nobody listens, for temporary servers, given to nobody else who
 * asks here as long as this process lives: the UDP port of the same number is held as its token, which
 * the system takes back from whoever dies.
 */
export async function findFreePort({ first, last } = RANGE): Promise<number> {
  let cause: unknown;
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const port = randomInt(first, last + 1);
    const token = createSocket('udp4').unref();
    try {
      await once(token.bind({ port, address: LOOPBACK, exclusive: true }), 'listening');
      await assertNobodyListens(port);
      return port;
    } catch (error) {
      token.close();
      cause = error;
    }
  }
  throw new Error(`no free port between ${first} and ${last} in ${MAX_TRIES} tries`, { cause });
}

/** Throws what the system says when the port cannot be listened on, such as EADDRINUSE. */
export async function assertNobodyListens(port: number): Promise<void> {
  const server = createServer().listen(port, LOOPBACK);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}
