import { setImmediate } from 'node:timers/promises';
import type { OperationUses } from './operation-uses.ts';
import type { ServedGraph } from './served-graph.ts';

const MAX_WARMED = 200;

/**
 * Parses, validates and plans the operations that run most, so that a new supergraph does not start
 * with every plan missing. Operations that it no longer allows are left out; requests run in between.
 */
export async function warmOperations(
  { documents, prepare }: Pick<ServedGraph, 'documents' | 'prepare'>,
  uses: OperationUses,
): Promise<void> {
  for (const { source, operationName, viewer } of uses.top(MAX_WARMED)) {
    try {
      const { document } = documents.read(source, operationName);
      prepare(document, operationName, viewer);
    } catch {
      // Whoever asks for it is told what is wrong with it.
    }
    await setImmediate();
  }
}
