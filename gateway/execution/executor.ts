import type { ExecutionResult } from 'graphql';
import type { OperationRequest, PreparedOperation } from './operation.ts';

/** Runs plans. The one place that knows how: everything before it prepares, everything after it delivers. */
export interface Executor {
  execute: (operation: PreparedOperation, request: OperationRequest) => Promise<ExecutionResult>;
  /**
   * The answer to one event of a subscription: `event` is what the primary subgraph sent, the rest of
   * the plan fills in what other subgraphs know.
   */
  executeEvent: (
    operation: PreparedOperation,
    request: OperationRequest,
    event: ExecutionResult,
  ) => Promise<ExecutionResult>;
}
