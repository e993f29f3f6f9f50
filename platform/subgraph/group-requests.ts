import type { ExecutionResult } from 'graphql';
import type { Pool } from 'undici';
import type { SubgraphRequest } from './connection.ts';
import { GROUP_TYPE, MAX_GROUP, type GroupedAnswer, type GroupedRequest } from './http-protocol.ts';
import { LostWithOthers } from './subgraph-guard.ts';

/** Sends one request; throws when it is not answered. */
export type SendRequest = (
  request: SubgraphRequest,
  signal: AbortSignal,
) => Promise<ExecutionResult>;

export interface GroupRequestsOptions {
  pool: Pool;
  path: string;
  headersOf: (request: SubgraphRequest) => Record<string, string>;
  /** What an answer with another status than 200 means. */
  refusal: (status: number, body: string) => Error;
  /** A request by itself. */
  sendAlone: SendRequest;
  /** The server does not take groups after all. */
  onUnknown: () => void;
}

const OK = 200;
/** What is larger goes alone. */
const MAX_BYTES = 500_000;
/** A server that does not know groups finds no query in one. */
const UNKNOWN: ReadonlySet<number> = new Set([400, 404, 415]);

interface Entry {
  request: SubgraphRequest;
  signal: AbortSignal;
  resolve: (result: ExecutionResult) => void;
  reject: (error: unknown) => void;
  isAnswered: () => boolean;
}

/**
 * Requests of one turn of the event loop travel together: of a crowd, half of what a call costs both ends is HTTP. Who
 * comes alone goes alone, and nobody waits for another one's answer.
 */
export function createGroupRequests(options: GroupRequestsOptions): SendRequest {
  const { pool, path, headersOf, refusal, sendAlone, onUnknown } = options;
  let waiting: Entry[] = [];

  function flush(): void {
    const all = waiting.filter(({ signal }) => !signal.aborted);
    for (const { signal, reject } of waiting) if (signal.aborted) reject(signal.reason);
    waiting = [];
    while (all.length > 0) {
      const entries = all.splice(0, MAX_GROUP);
      try {
        send(entries);
      } catch (error) {
        // What cannot be written, as JSON has no word for it.
        for (const { reject } of entries) reject(error);
      }
    }
  }

  function send(entries: readonly Entry[]): void {
    const [first] = entries;
    if (entries.length === 1 && first !== undefined) return alone(first);
    const { body, grouped, large } = write(entries, headersOf);
    for (const entry of large) alone(entry);
    if (grouped.length === 0) return;
    sendGroup(grouped, body).catch((error: unknown) => {
      // Those that were answered have their answer. One connection was lost, and not as many as it carried.
      const [counted, ...others] = grouped.filter(({ isAnswered }) => !isAnswered());
      counted?.reject(error);
      for (const { reject } of others) reject(new LostWithOthers(error));
    });
  }

  function alone({ request, signal, resolve, reject }: Entry): void {
    // Handled even when whoever asked has left.
    sendAlone(request, signal).then(resolve, reject);
  }

  async function sendGroup(entries: readonly Entry[], body: string): Promise<void> {
    const [first] = entries;
    const firstHeaders = first && headersOf(first.request);
    const left = leaveTogether(entries);
    try {
      const answer = await pool.request({
        path,
        method: 'POST',
        // The first one's, which show that a holder of the secret sends it.
        headers: { ...firstHeaders, 'content-type': GROUP_TYPE },
        body,
        signal: left.signal,
      });
      if (UNKNOWN.has(answer.statusCode)) {
        await answer.body.dump();
        onUnknown();
        for (const entry of entries) if (!entry.isAnswered()) alone(entry);
        return;
      }
      if (answer.statusCode !== OK) throw refusal(answer.statusCode, await answer.body.text());
      let open = entries.length;
      const readLine = lineReader((line) => {
        const [index, status, result] = JSON.parse(line) as GroupedAnswer;
        open -= 1;
        if (status === OK) entries[index]?.resolve(result as ExecutionResult);
        else entries[index]?.reject(refusal(status, JSON.stringify(result)));
      });
      for await (const chunk of answer.body) readLine(chunk as Buffer);
      if (open > 0) throw new Error('the answers ended too early');
    } finally {
      left.stop();
    }
  }

  return (request, signal) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      let isOver = false;
      const over =
        <Value>(settle: (value: Value) => void) =>
        (value: Value) => {
          isOver = true;
          settle(value);
        };
      waiting.push({
        request,
        signal,
        resolve: over(resolve),
        reject: over(reject),
        isAnswered: () => isOver,
      });
    });
}

function write(entries: readonly Entry[], headersOf: GroupRequestsOptions['headersOf']) {
  const queries = new Map<string, number>();
  const grouped: Entry[] = [];
  const large: Entry[] = [];
  const texts: string[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const { query, operationName, variables } = entry.request;
    const place = queries.get(query) ?? queries.size;
    const headers = headersOf(entry.request);
    const grouping: GroupedRequest = { query: place, operationName, variables, headers };
    const text = JSON.stringify(grouping);
    const added = text.length + (queries.has(query) ? 0 : query.length);
    if (bytes + added > MAX_BYTES) {
      large.push(entry);
      continue;
    }
    bytes += added;
    queries.set(query, place);
    grouped.push(entry);
    texts.push(text);
  }
  const body = `{"queries":${JSON.stringify([...queries.keys()])},"requests":[${texts.join(',')}]}`;
  return { body, grouped, large };
}

/** Who leaves is let go at once; when all have left, the group is given up. */
function leaveTogether(entries: readonly Entry[]): { signal: AbortSignal; stop: () => void } {
  const group = new AbortController();
  const listeners = entries.map(({ signal, reject }) => {
    const leave = (): void => {
      reject(signal.reason);
      if (entries.every((entry) => entry.signal.aborted)) group.abort(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    return () => signal.removeEventListener('abort', leave);
  });
  return { signal: group.signal, stop: () => listeners.forEach((remove) => remove()) };
}

/** Takes chunks, and hands over whole lines. */
function lineReader(take: (line: string) => void): (chunk: Buffer) => void {
  const decoder = new TextDecoder();
  let rest = '';
  return (chunk) => {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  };
}
