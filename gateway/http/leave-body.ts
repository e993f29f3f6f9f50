import type { IncomingMessage, ServerResponse } from 'node:http';

/** To read and drop as much takes less than another connection does. */
const MAX_DROPPED_BYTES = 250_000;

/**
 * What is done, before it is answered, with the body of a request that is refused. What is left of it is read and dropped,
 * so that the answer arrives and the connection goes on; one that is long, or does not say how long it is, ends with its
 * connection: to read what is refused is work, too.
 */
export function leaveBody(request: IncomingMessage, response: ServerResponse): void {
  if (!request.complete && mostBytes(request) > MAX_DROPPED_BYTES) {
    response.setHeader('connection', 'close');
  }
  request.resume();
}

/** The most that a body can have, by what its request says of it. */
export const mostBytes = ({ headers }: IncomingMessage): number =>
  headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Infinity;
