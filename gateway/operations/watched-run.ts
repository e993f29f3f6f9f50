import type { Trace } from '../../platform/telemetry/trace.ts';
import type { AroundFetch } from '../execution/operation.ts';
import { describePlan } from '../execution/plan-view/describe-plan.ts';
import { createFetchRecorder } from '../execution/plan-view/record-fetches.ts';
import { traceFetches } from '../execution/trace-fetches.ts';
import type { AdmittedOperation } from './admission.ts';
import type { RunOperation } from './run-operation.ts';

/**
 * Runs an operation that somebody watches: a trace gets its fetches, and an administrator who asks for the plan
 * sees it in `extensions.plan`. What nobody watches runs as it is.
 */
export function createWatchedRun(run: RunOperation): RunOperation {
  return (admitted, scope) => {
    const { trace } = scope;
    if (trace !== undefined) note(trace, admitted);
    const traced = trace === undefined ? undefined : traceFetches(trace);
    if (admitted.showsPlan) return runWithView(admitted, scope, traced);
    return run(admitted, traced === undefined ? scope : { ...scope, aroundFetch: traced });
  };

  async function runWithView(
    admitted: AdmittedOperation,
    scope: Parameters<RunOperation>[1],
    traced: AroundFetch | undefined,
  ): ReturnType<RunOperation> {
    const recorder = createFetchRecorder();
    const aroundFetch = both(recorder.around, traced);
    const result = await run(admitted, { ...scope, aroundFetch });
    const plan = describePlan(admitted.prepared.plan, recorder);
    return { ...result, extensions: { ...result.extensions, plan } };
  }
}

function both(outer: AroundFetch, inner: AroundFetch | undefined): AroundFetch {
  if (inner === undefined) return outer;
  return (fetch, request, send) =>
    outer(fetch, request, (mine) => inner(fetch, mine, (theirs) => send(theirs)));
}

const MAX_NAME_LENGTH = 100;

function note(trace: Trace, { operation, isRegistered, estimatedCost }: AdmittedOperation): void {
  trace.note({
    'graphql.operation.type': operation.operation,
    'graphql.operation.name': (operation.name?.value ?? '').slice(0, MAX_NAME_LENGTH),
    registered: isRegistered,
    estimatedCost,
  });
}
