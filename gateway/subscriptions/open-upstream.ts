import type { ExecutionResult } from 'graphql';
import type { SubgraphConnection, SubgraphRequest } from '../../platform/subgraph/connection.ts';
import type { SubscriptionNode } from '../supergraph/planner/plan.ts';
import type { OperationRequest, PreparedOperation } from '../execution/operation.ts';

/** Opens the event stream of an operation where its field lives; what keeps it from opening is a result with errors. */
export type OpenUpstream = (
  operation: PreparedOperation,
  request: OperationRequest,
  /** In place of the plan's own text. */
  question?: SubgraphQuestion,
) => Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;

export type SubgraphQuestion = Pick<SubgraphRequest, 'query' | 'variables'>;

/** The plan's primary fetch, sent to its subgraph as a subscription. */
export function createOpenUpstream(
  connect: (subgraph: string) => SubgraphConnection,
): OpenUpstream {
  return (
    { plan },
    { variables, viewer, requestId, headers, signal, trace },
    question = planned(plan, variables),
  ) => {
    const { primary } = plan.node as SubscriptionNode;
    return connect(primary.serviceName).subscribe({
      ...question,
      ...(primary.operationName !== undefined && { operationName: primary.operationName }),
      viewer,
      requestId,
      ...(headers !== undefined && { headers }),
      ...(signal !== undefined && { signal }),
      ...(trace !== undefined && { trace }),
    });
  };
}

function planned(
  { node }: PreparedOperation['plan'],
  variables: OperationRequest['variables'],
): SubgraphQuestion {
  const { primary } = node as SubscriptionNode;
  return {
    query: primary.operation,
    variables: pick(variables, primary.variableUsages ?? []),
  };
}

export function pick(
  variables: OperationRequest['variables'],
  names: readonly string[],
): Record<string, unknown> {
  const given = names.filter((name) => Object.hasOwn(variables, name));
  return Object.fromEntries(given.map((name) => [name, variables[name]]));
}
