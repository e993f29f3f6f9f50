import type { Trace } from '../../platform/telemetry/trace.ts';
import type { AroundFetch } from './operation.ts';

/** A span for each fetch, which goes on in the subgraph. */
export function traceFetches(trace: Trace): AroundFetch {
  return async ({ node, waiting }, request, send) => {
    const { representations } = request.variables ?? {};
    const span = trace.child(
      `fetch ${node.serviceName}`,
      {
        subgraph: node.serviceName,
        waiting,
        ...(Array.isArray(representations) && { representations: representations.length }),
      },
      'client',
    );
    try {
      const answer = await send({ ...request, trace: span });
      span.end(answer.errors?.[0]);
      return answer;
    } catch (error) {
      span.end(error);
      throw error;
    }
  };
}
