import { readSupergraph } from '../../read-supergraph.ts';
import type { ReadReply, ReadRequest } from './messages.ts';
import { outliveSignals } from './outlive-signals.ts';

// Reads one supergraph: see read-apart.ts.
outliveSignals();
process.once('message', ({ sdl }: ReadRequest) => process.send?.(read(sdl)));

function read(sdl: string): ReadReply {
  try {
    return { kind: 'read', ...readSupergraph(sdl) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
