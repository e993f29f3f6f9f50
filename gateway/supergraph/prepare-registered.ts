import { setImmediate } from 'node:timers/promises';
import { Kind, parse } from 'graphql';
import type { UserViewer } from '../../platform/identity/viewer.ts';
import type { Log } from '../../platform/telemetry/log.ts';
import type { CheckedOperation } from '../operations/documents.ts';
import { combinationsOf } from './planner/conditions.ts';
import type { ServedGraph } from './served-graph.ts';
import type { Warming } from './warm-operations.ts';

/** As many as the documents and plans that are kept. */
const MAX_PREPARED = 1_000;
/** Of the values of an operation's conditions: all of two. */
const MAX_COMBINATIONS = 4;

/**
 * Parses, validates, plans and compiles registered operations before anybody asks for them, as a customer and as
 * somebody with every scope see them. One that does not fit the supergraph is logged, counted and left out:
 * whoever asks for it is told what is wrong with it. Requests run in between. Resolves to how many do not fit.
 */
export async function prepareRegistered(
  { supergraph, documents, prepare, compile }: Warming & Pick<ServedGraph, 'supergraph'>,
  texts: Iterable<string>,
  log: Log,
): Promise<number> {
  let broken = 0;
  const rules = Array.from(supergraph.accessRules.values());
  const viewers = [[], rules.flatMap(({ scopeGroups }) => scopeGroups.flat())].map(viewerWith);

  for (const text of Array.from(texts).slice(0, MAX_PREPARED)) {
    try {
      for (const name of namesOf(text)) {
        const checked = documents.read(text, name);
        for (const values of combinationsOf(checked.conditions ?? [], MAX_COMBINATIONS)) {
          for (const viewer of viewers) await prepareFor(viewer, checked, values);
        }
      }
    } catch (error) {
      broken += 1;
      log.warn({ err: error, operation: text.slice(0, 80) }, 'a registered operation cannot run');
    }
    await setImmediate();
  }
  return broken;

  async function prepareFor(
    viewer: UserViewer,
    checked: CheckedOperation,
    conditions: Readonly<Record<string, boolean>>,
  ): Promise<void> {
    try {
      const { document, costTree } = documents.decide(checked, conditions);
      compile(await prepare(document, undefined, viewer), costTree);
    } catch {
      // Refused for this viewer: there is nothing to plan.
    }
  }
}

/** Of a document with several operations each has a name. Throws when the text is none. */
function namesOf(text: string): readonly (string | undefined)[] {
  return parse(text, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
  );
}

const viewerWith = (scopes: readonly string[]): UserViewer => ({
  kind: 'user',
  userId: '',
  sessionId: '',
  roles: [],
  scopes,
  expiresAt: 0,
});
