import { fileURLToPath } from 'node:url';
import type { ReadReply, ReadRequest, ReadSupergraph } from './messages.ts';
import { startChild } from './start-child.ts';

const SCRIPT = fileURLToPath(new URL('read-main.ts', import.meta.url));
/** Of the largest supergraphs, on a busy machine. */
const MAX_READ_MS = 60_000;

/**
 * Reads a supergraph in a process that ends with it: the library that does takes more time than all else that is made of
 * one, and more memory than the gateway. Rejects when the text is none.
 */
export async function readApart(sdl: string, script = SCRIPT): Promise<ReadSupergraph> {
  const child = startChild(script);
  let deadline: NodeJS.Timeout | undefined;
  try {
    const reply = await new Promise<ReadReply>((resolve, reject) => {
      const ended = () => reject(new Error('the process that read the supergraph has ended'));
      // Keeps this process alive: at its start nothing else does.
      deadline = setTimeout(ended, MAX_READ_MS);
      child.once('message', (message) => resolve(message as ReadReply));
      child.once('error', reject);
      child.once('exit', ended);
      child.send({ sdl } satisfies ReadRequest);
    });
    if (reply.kind === 'failed') throw new Error(reply.message);
    return { apiSdl: reply.apiSdl, subgraphs: reply.subgraphs };
  } finally {
    clearTimeout(deadline);
    child.kill('SIGKILL');
  }
}
