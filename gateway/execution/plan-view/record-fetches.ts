import type { FetchNode } from '../../supergraph/planner/plan.ts';
import { countRepresentations } from '../count-representations.ts';
import type { AroundFetch } from '../operation.ts';

/** What became of a fetch that was sent. */
export interface RecordedFetch {
  /** From the beginning of the run, in milliseconds. */
  startedMs: number;
  ms: number;
  /** Objects of the answer that waited for it. */
  waiting: number;
  /** Different ones among them that were asked for; absent where it asks for root fields. */
  representations?: number;
  /** The answer as JSON. */
  bytes: number;
  /** Of its errors, when there are any. */
  errors?: readonly string[];
}

export interface FetchRecorder {
  around: AroundFetch;
  find: (node: FetchNode) => RecordedFetch | undefined;
  /** Since it was made. */
  elapsedMs: () => number;
}

const MAX_ERRORS = 10;

/** Watches one run for somebody who wants to see what it does. */
export function createFetchRecorder(now = () => performance.now()): FetchRecorder {
  const start = now();
  const recorded = new Map<FetchNode, RecordedFetch>();
  const elapsedMs = () => rounded(now() - start);

  return {
    find: (node) => recorded.get(node),
    elapsedMs,

    async around({ node, waiting }, request, send) {
      const startedMs = elapsedMs();
      const representations = countRepresentations(node, request);
      const known = {
        startedMs,
        waiting,
        ...(representations !== undefined && { representations }),
      };
      const sinceStart = () => rounded(elapsedMs() - startedMs);
      try {
        const answer = await send(request);
        const ms = sinceStart();
        const errors = answer.errors?.slice(0, MAX_ERRORS).map(({ message }) => message);
        recorded.set(node, {
          ...known,
          ms,
          // Now, for whoever merges it changes it.
          bytes: Buffer.byteLength(JSON.stringify(answer)),
          ...(errors !== undefined && errors.length > 0 && { errors }),
        });
        return answer;
      } catch (error) {
        recorded.set(node, {
          ...known,
          ms: sinceStart(),
          bytes: 0,
          errors: [error instanceof Error ? error.message : String(error)],
        });
        throw error;
      }
    },
  };
}

const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;
