import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Requests of one connection behind the one that is answered; a browser sends none. */
const MAX_PIPELINED = 16;

/** False for a request that nobody needs to answer: its connection has sent too many at once, and is cut off. */
export type AdmitPipelined = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * Node hands out all requests of one read of a connection at once, hundreds of small ones, each of which would run
 * beside the others. That is one client's work in the place of a hundred clients'.
 */
export function createAdmitPipelined(): AdmitPipelined {
  const waiting = new WeakMap<Socket, number>();
  return ({ socket }, response) => {
    if (socket.destroyed) return false;
    // The answer of a request behind another has no socket yet: for all others this is the whole cost.
    if (response.socket !== null) return true;
    const count = (waiting.get(socket) ?? 0) + 1;
    if (count > MAX_PIPELINED) {
      socket.destroy();
      return false;
    }
    waiting.set(socket, count);
    response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
    return true;
  };
}
