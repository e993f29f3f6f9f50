import type { ExecutionResult } from 'graphql';
import type {
  SubgraphAnswer,
  SubgraphConnection,
  SubgraphRequest,
} from '../../platform/subgraph/connection.ts';

import { newResponseObject } from './compiled/response-object.ts';

type Connect = (subgraph: string) => SubgraphConnection;

/** Most fetches that others may join at a time; a key holds the variables of its fetch. */
const MAX_UNDER_WAY = 5_000;
const MAX_KEY_LENGTH = 50_000;

/** A fetch under way, and those who wait for it. */
interface SharedRead {
  waiting: Set<Waiter>;
  leaving: AbortController;
}

interface Waiter {
  resolve: (result: ExecutionResult) => void;
  reject: (error: unknown) => void;
}

/**
 * Connections over which the same read is sent once while it is under way, whoever asks: the same subgraph,
 * text and variables, from the same viewer with the same forwarded headers. For the fetches of queries alone:
 * what follows a change or an event has to be read after it. A requester that leaves takes nobody with it.
 * Whoever joins sees what the subgraph read when the first one asked.
 */
export function shareReads(connect: Connect, onShared?: () => void): Connect {
  const known = new Map<string, { source: SubgraphConnection; shared: SubgraphConnection }>();
  return (name) => {
    const source = connect(name);
    const found = known.get(name);
    if (found?.source === source) return found.shared;
    const shared = { ...source, execute: shareOver(source, onShared) };
    known.set(name, { source, shared });
    return shared;
  };
}

function shareOver(
  source: SubgraphConnection,
  onShared: (() => void) | undefined,
): SubgraphConnection['execute'] {
  const underWay = new Map<string, SharedRead>();

  return (request) => {
    if (request.signal?.aborted === true) return source.execute(request);
    // Without a key for nobody: subgraphs that answer at once never have a read under way.
    const key = underWay.size > 0 ? keyOf(request) : undefined;
    const known = key === undefined ? undefined : underWay.get(key);
    if (known !== undefined) {
      onShared?.();
      return wait(known, request.signal);
    }
    const leaving = new AbortController();
    const answer = source.execute({ ...request, signal: leaving.signal });
    return answer instanceof Promise
      ? share(answer, leaving, key ?? keyOf(request), request)
      : answer;
  };

  function share(
    answer: Promise<ExecutionResult>,
    leaving: AbortController,
    key: string,
    { signal }: SubgraphRequest,
  ): SubgraphAnswer {
    const read: SharedRead = { waiting: new Set(), leaving };
    if (key.length <= MAX_KEY_LENGTH && underWay.size < MAX_UNDER_WAY) underWay.set(key, read);
    leaving.signal.addEventListener('abort', forget, { once: true });
    const told = answer.then(
      (result) => {
        forget();
        // Whoever gets an answer changes it: all copies are made before anybody goes on.
        const copies = Array.from(read.waiting, (waiter, place) => ({
          waiter,
          result: place === 0 ? result : copyOf(result),
        }));
        for (const each of copies) each.waiter.resolve(each.result);
        return undefined;
      },
      (error: unknown) => {
        forget();
        for (const waiter of read.waiting) waiter.reject(error);
      },
    );
    void told;
    return wait(read, signal);

    function forget(): void {
      if (underWay.get(key) === read) underWay.delete(key);
    }
  }
}

/** The last one who leaves ends the fetch. */
function wait(read: SharedRead, signal: AbortSignal | undefined): Promise<ExecutionResult> {
  return new Promise((resolve, reject) => {
    const waiter: Waiter = {
      resolve(result) {
        signal?.removeEventListener('abort', leave);
        resolve(result);
      },
      reject(error) {
        signal?.removeEventListener('abort', leave);
        reject(error);
      },
    };
    read.waiting.add(waiter);
    signal?.addEventListener('abort', leave, { once: true });

    function leave(): void {
      read.waiting.delete(waiter);
      reject(signal?.reason);
      if (read.waiting.size === 0) read.leaving.abort(signal?.reason);
    }
  });
}

/** All that an answer depends on. */
function keyOf({ query, operationName, variables, viewer, headers }: SubgraphRequest): string {
  return JSON.stringify([query, operationName, variables, viewer, headers]);
}

function copyOf(result: ExecutionResult): ExecutionResult {
  return {
    ...result,
    ...('data' in result && { data: copyValue(result.data) }),
  } as ExecutionResult;
}

/** Of JSON. */
export function copyValue(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyValue);
  const copy = newResponseObject();
  for (const name of Object.keys(value)) {
    copy[name] = copyValue((value as Record<string, unknown>)[name]);
  }
  return copy;
}
