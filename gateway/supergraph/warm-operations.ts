import { setImmediate } from 'node:timers/promises';
import type { Executor } from '../execution/executor.ts';
import type { OperationUses } from './operation-uses.ts';
import type { ServedGraph } from './served-graph.ts';

const MAX_WARMED = 200;

export interface Warming extends Pick<ServedGraph, 'documents' | 'prepare'> {
  compile: Executor['compile'];
}

/**
 * Parses, validates, plans and compiles the operations that run most, so that a new supergraph does not start
 * with every plan missing. Operations that it no longer allows are left out; requests run in between.
 */
export async function warmOperations(
  { documents, prepare, compile }: Warming,
  uses: OperationUses,
): Promise<void> {
  for (const { source, operationName, conditions, viewer } of uses.top(MAX_WARMED)) {
    try {
      const checked = documents.read(source, operationName);
      const { document, costTree } = documents.decide(checked, conditions);
      compile(await prepare(document, operationName, viewer), costTree);
    } catch {
      // Whoever asks for it is told what is wrong with it.
    }
    await setImmediate();
  }
}
