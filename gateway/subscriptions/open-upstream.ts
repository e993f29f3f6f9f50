import type { ExecutionResult } from 'graphql';
import type { SubgraphConnection } from '../../platform/subgraph/connection.ts';
import type { SubscriptionNode } from '../supergraph/planner/plan.ts';
import type { OperationRequest, PreparedOperation } from '../execution/operation.ts';

/** Opens the event stream of an operation where its field lives; what keeps it from opening is a result with errors. */
export type OpenUpstream = (
  operation: PreparedOperation,
  request: OperationRequest,
) => Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;

/** The plan's primary fetch, sent to its subgraph as a subscription. */
export function createOpenUpstream(
  connect: (subgraph: string) => SubgraphConnection,
): OpenUpstream {
  return ({ plan }, { variables, viewer, requestId, headers, signal, trace }) => {
    const { primary } = plan.node as SubscriptionNode;
    return connect(primary.serviceName).subscribe({
      query: primary.operation,
      ...(primary.operationName !== undefined && { operationName: primary.operationName }),
      variables: pick(variables, primary.variableUsages ?? []),
      viewer,
      requestId,
      ...(headers !== undefined && { headers }),
      ...(signal !== undefined && { signal }),
      ...(trace !== undefined && { trace }),
    });
  };
}

function pick(
  variables: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  const given = names.filter((name) => Object.hasOwn(variables, name));
  return Object.fromEntries(given.map((name) => [name, variables[name]]));
}
