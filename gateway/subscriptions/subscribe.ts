import type { SubscriptionNode } from '@apollo/query-planner';
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { SubgraphConnection } from '../../platform/subgraph/connection.ts';
import type { Executor } from '../execution/executor.ts';
import type { OperationRequest, PreparedOperation } from '../execution/operation.ts';

export interface SubscribeOptions {
  executor: Executor;
  connect: (subgraph: string) => SubgraphConnection;
}

export type Subscribe = (
  operation: PreparedOperation,
  request: OperationRequest,
) => Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;

/**
 * A federated subscription: the plan's primary fetch opens the event stream where the field lives, and
 * for every event the rest of the plan asks the other subgraphs.
 */
export function createSubscribe({ executor, connect }: SubscribeOptions): Subscribe {
  return async (operation, request) => {
    const { primary } = operation.plan.node as SubscriptionNode;
    const { variables, viewer, requestId, headers, signal } = request;
    const events = await connect(primary.serviceName).subscribe({
      query: primary.operation,
      ...(primary.operationName !== undefined && { operationName: primary.operationName }),
      variables: pick(variables, primary.variableUsages ?? []),
      viewer,
      requestId,
      ...(headers !== undefined && { headers }),
      ...(signal !== undefined && { signal }),
    });
    return Symbol.asyncIterator in events ? resolveEvents(events, operation, request) : events;
  };

  async function* resolveEvents(
    events: AsyncIterable<ExecutionResult>,
    operation: PreparedOperation,
    request: OperationRequest,
  ): AsyncGenerator<ExecutionResult> {
    for await (const event of events) {
      yield event.data == null
        ? failed(event)
        : await executor.executeEvent(operation, request, event);
    }
  }
}

function failed({ errors }: ExecutionResult): ExecutionResult {
  const unknown = new GraphQLError('the event could not be read', {
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
  return { data: null, errors: errors ?? [unknown] };
}

function pick(
  variables: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  const given = names.filter((name) => Object.hasOwn(variables, name));
  return Object.fromEntries(given.map((name) => [name, variables[name]]));
}
