import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { MAX_GROUP, type GroupedAnswer } from './http-protocol.ts';

const requestGroup = z.object({
  queries: z.array(z.string()),
  requests: z
    .array(
      z.object({
        query: z.int().nonnegative(),
        operationName: z.unknown().optional(),
        variables: z.unknown().optional(),
        headers: z.record(z.string(), z.string()),
      }),
    )
    .min(1)
    .max(MAX_GROUP),
});

/** A status of HTTP, and what is answered with it. */
export interface Outcome {
  status: number;
  body: unknown;
}

type Headers = Readonly<Record<string, string>>;

/**
 * Answers a group of requests, each as soon as `answer`, which does not throw, knows what; those of one turn of the event
 * loop in one write. False when it is none.
 */
export function answerGroup(
  response: ServerResponse,
  body: unknown,
  answer: (headers: Headers, body: unknown) => Promise<Outcome>,
): boolean {
  const group = requestGroup.safeParse(body);
  if (!group.success) return false;
  const { queries, requests } = group.data;
  let open = requests.length;
  let lines = '';

  function write(): void {
    // Who asked may have left, and what was done stays done.
    if (response.destroyed) return;
    if (open === 0) response.end(lines);
    else response.write(lines);
    lines = '';
  }

  async function settle(index: number, outcome: Promise<Outcome>): Promise<void> {
    const { status, body: answered } = await outcome;
    const line = written([index, status, answered]) ?? written([index, 500, UNWRITABLE]);
    if (lines === '') setImmediate(write);
    lines += `${line}\n`;
    open -= 1;
  }

  response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
  for (const [index, { query, operationName, variables, headers }] of requests.entries()) {
    void settle(index, answer(headers, { query: queries[query], operationName, variables }));
  }
  return true;
}

const UNWRITABLE = { errors: [{ message: 'the answer cannot be written as JSON' }] };

/** Undefined for what JSON has no word for. */
function written(line: GroupedAnswer): string | undefined {
  try {
    return JSON.stringify(line);
  } catch {
    return undefined;
  }
}
