import { OperationTypeNode } from 'graphql';
import type { Tracing } from '../../platform/telemetry/tracing.ts';
import type { Admit } from '../operations/admission.ts';
import { withOrigin } from '../operations/caller.ts';
import type { InputBudget } from '../operations/input-budget.ts';
import type { RunOperation } from '../operations/run-operation.ts';
import type { GraphSwitch } from '../supergraph/graph-switch.ts';
import type { AdmitOperation } from './start-operation.ts';

export interface AdmitOptions {
  graphs: Pick<GraphSwitch, 'run'>;
  admit: Admit;
  input: InputBudget;
  run: RunOperation;
  /** Absent where nothing is traced. */
  tracing: Tracing | undefined;
}

/** The gate of every operation, for those that come over a socket or ask for an event stream. */
export function createAdmitOperation({
  graphs,
  admit,
  input,
  run,
  tracing,
}: AdmitOptions): AdmitOperation {
  return async (payload, asking) => {
    const trace = tracing?.begin('operation', {
      traceparent: payload.extensions?.['traceparent'],
      attributes: { requestId: asking.requestId },
      kind: 'server',
    });
    const caller = trace === undefined ? asking : { ...asking, trace };
    try {
      input.requireRoom(caller, 0);
      const admitted = await graphs.run((graph) => admit(graph, payload, caller));
      const isSubscription = admitted.operation.operation === OperationTypeNode.SUBSCRIPTION;
      // Each event of a subscription is a trace of its own.
      if (isSubscription) trace?.end();
      return {
        operation: admitted.prepared,
        variables: admitted.variables,
        traceparent: trace?.traceparent,
        execute: async (request) => {
          const located = withOrigin(request, admitted.operation, asking);
          const traced = trace === undefined ? located : { ...located, trace };
          try {
            return await graphs.run(() => run(admitted, traced));
          } finally {
            trace?.end();
          }
        },
      };
    } catch (error) {
      trace?.end(error);
      await input.takeRefusal(caller, error);
      throw error;
    }
  };
}
