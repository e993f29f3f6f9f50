import type { ExecutionResult } from 'graphql';
import type { SubgraphConnection } from '../../platform/subgraph/connection.ts';
import type { Executor } from '../execution/executor.ts';
import type { OperationRequest, PreparedOperation } from '../execution/operation.ts';
import { createOpenUpstream } from '../subscriptions/open-upstream.ts';

export interface SubscribeOptions {
  executor: Executor;
  connect: (subgraph: string) => SubgraphConnection;
}

export type Subscribe = (
  operation: PreparedOperation,
  request: OperationRequest,
) => Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;

/** A federated subscription of one subscriber, without a group: for tests of executors. */
export function createSubscribe({ executor, connect }: SubscribeOptions): Subscribe {
  const open = createOpenUpstream(connect);
  return async (operation, request) => {
    const events = await open(operation, request);
    return Symbol.asyncIterator in events ? resolveEvents(events, operation, request) : events;
  };

  async function* resolveEvents(
    events: AsyncIterable<ExecutionResult>,
    operation: PreparedOperation,
    request: OperationRequest,
  ): AsyncGenerator<ExecutionResult> {
    for await (const event of events) {
      yield event.data == null
        ? { ...event, data: null }
        : await executor.executeEvent(operation, request, event);
    }
  }
}
