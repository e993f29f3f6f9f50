import type { Admit } from '../operations/admission.ts';
import type { RunOperation } from '../operations/run-operation.ts';
import type { GraphSwitch } from '../supergraph/graph-switch.ts';
import type { AdmitOperation } from './start-operation.ts';

export interface AdmitOptions {
  graphs: Pick<GraphSwitch, 'run'>;
  admit: Admit;
  run: RunOperation;
}

/** The gate of every operation, for those that come over a socket or ask for an event stream. */
export function createAdmitOperation({ graphs, admit, run }: AdmitOptions): AdmitOperation {
  return async (payload, caller) => {
    const admitted = await graphs.run((graph) => admit(graph, payload, caller));
    return {
      operation: admitted.prepared,
      variables: admitted.variables,
      execute: (request) => graphs.run(() => run(admitted, request)),
    };
  };
}
