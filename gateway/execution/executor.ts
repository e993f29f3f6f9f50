import type { ExecutionResult } from 'graphql';
import type { OperationRequest, PreparedOperation } from './operation.ts';

/** What the values of a field cost that come, by the rules of the cost specification. */
export interface FieldCost {
  responseName: string;
  /** Of one value. */
  weight: number;
  /** Of the field, whatever comes. */
  argumentWeight: number;
  children: readonly FieldCost[];
}

/** The data of an answer without errors, as JSON. */
export interface WrittenData {
  dataText: string;
  /** What its values cost. */
  cost: number;
}

/** Runs plans. The one place that knows how: everything before it prepares, everything after it delivers. */
export interface Executor {
  /** Makes an operation ready, so that its first run has nothing left to do but run. Costs as for `write`. */
  compile: (operation: PreparedOperation, costs: readonly FieldCost[]) => void;
  execute: (operation: PreparedOperation, request: OperationRequest) => Promise<ExecutionResult>;
  /**
   * As `execute`, for those who send the answer on as JSON: without errors it comes as a text, which
   * takes less time to make. The costs are those of the operation, the same at every call.
   */
  write: (
    operation: PreparedOperation,
    request: OperationRequest,
    costs: readonly FieldCost[],
  ) => Promise<ExecutionResult | WrittenData>;
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
