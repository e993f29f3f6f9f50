import type { SubgraphConnection } from '../subgraph/connection.ts';
import { runInTrace } from './trace.ts';

/**
 * A subgraph whose work for a traced request is a span. What it does then, events that it appends and other
 * subgraphs that it asks, is part of the trace.
 */
export function traceSubgraph(subgraph: SubgraphConnection): SubgraphConnection {
  return {
    ...subgraph,
    execute(request) {
      const { trace, requestId, operationName = '' } = request;
      if (trace === undefined) return subgraph.execute(request);
      const span = trace.child(
        `subgraph ${subgraph.name}`,
        { subgraph: subgraph.name, requestId, 'graphql.operation.name': operationName },
        'server',
      );
      return runInTrace(
        () => span,
        async () => {
          try {
            const result = await subgraph.execute(request);
            span.end(result.errors?.[0]);
            return result;
          } catch (error) {
            span.end(error);
            throw error;
          }
        },
      );
    },
  };
}
