import type { IncomingMessage } from 'node:http';
import { AppError } from '../errors.ts';

/** Reads a whole body as text; throws as `readBytes` does. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<string> {
  return (await readBytes(request, maxBytes)).toString('utf8');
}

/**
 * Reads a whole body; throws BAD_USER_INPUT when it is longer than `maxBytes`. The rest of such
 * a body is left to the server, which drops it: closing the connection would lose the answer.
 */
export function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(new Error('the connection ended before the body did'));
    if (request.destroyed) {
      leave();
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    // Listeners: iterating a stream takes several promises a chunk, and most bodies are one chunk.
    request.on('data', take);
    request.once('end', () => {
      // The end of every request is followed by its close: an error a request, never seen, takes 2 % of it.
      request.off('close', leave);
      const [first] = chunks;
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks));
    });
    request.once('error', reject);
    request.once('close', leave);

    function take(chunk: Buffer): void {
      size += chunk.length;
      if (size <= maxBytes) {
        chunks.push(chunk);
        return;
      }
      request.off('data', take);
      request.resume();
      reject(new AppError('BAD_USER_INPUT', `the body is over ${maxBytes} bytes`));
    }
  });
}
