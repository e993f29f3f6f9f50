import type { Trace } from '../../platform/telemetry/trace.ts';
import { countRepresentations } from './count-representations.ts';
import type { AroundFetch } from './operation.ts';

/** A span for each fetch, which goes on in the subgraph. */
export function traceFetches(trace: Trace): AroundFetch {
  return async ({ node, waiting }, request, send) => {
    const representations = countRepresentations(node, request);
    const span = trace.child(
      `fetch ${node.serviceName}`,
      {
        subgraph: node.serviceName,
        waiting,
        ...(representations !== undefined && { representations }),
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
