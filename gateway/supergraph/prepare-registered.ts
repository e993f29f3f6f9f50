import { setImmediate } from 'node:timers/promises';
import type { UserViewer } from '../../platform/identity/viewer.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import type { CheckedOperation } from '../operations/documents.ts';
import type { ServedGraph } from './served-graph.ts';
import type { Warming } from './warm-operations.ts';

/** As many as the documents and plans that are kept. */
const MAX_PREPARED = 1_000;

/**
 * Parses, validates, plans and compiles registered operations before anybody asks for them, as a customer and as
 * somebody with every scope see them. One that does not fit the supergraph is logged and left out:
 * whoever asks for it is told what is wrong with it. Requests run in between.
 */
export async function prepareRegistered(
  { supergraph, documents, prepare, compile }: Warming & Pick<ServedGraph, 'supergraph'>,
  texts: Iterable<string>,
  log: Log,
): Promise<void> {
  const rules = Array.from(supergraph.accessRules.values());
  const viewers = [[], rules.flatMap(({ scopeGroups }) => scopeGroups.flat())].map(viewerWith);

  for (const text of Array.from(texts).slice(0, MAX_PREPARED)) {
    try {
      const checked = documents.read(text, undefined);
      for (const viewer of viewers) prepareFor(viewer, checked);
    } catch (error) {
      log.warn({ err: error, operation: text.slice(0, 80) }, 'a registered operation cannot run');
    }
    await setImmediate();
  }

  function prepareFor(viewer: UserViewer, { document, costTree }: CheckedOperation): void {
    try {
      compile(prepare(document, undefined, viewer), costTree);
    } catch {
      // Refused for this viewer: there is nothing to plan.
    }
  }
}

const viewerWith = (scopes: readonly string[]): UserViewer => ({
  kind: 'user',
  userId: '',
  sessionId: '',
  roles: [],
  scopes,
  expiresAt: 0,
});
