import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { IncomingOperation } from '../operations/find-operation.ts';
import { HttpRefusal } from './http-refusal.ts';
import { isJsonBody } from './media-types.ts';
import { readPaidBody, tooLong } from './read-paid-body.ts';
import type { Payer } from './receive-sender.ts';

export interface ReadOptions {
  maxBodyBytes: number;
  /** Most operations of one request. */
  maxBatch: number;
}

export interface RequestedOperations {
  operations: readonly IncomingOperation[];
  /** A list in, a list out. */
  isBatch: boolean;
}

const map = z.record(z.string(), z.unknown()).nullish();
const operationSchema = z.object({
  query: z.string('expected a string').nullish(),
  operationName: z.string('expected a string').nullish(),
  variables: map,
  extensions: map,
});

/**
 * What a GET or POST request asks for (https://graphql.github.io/graphql-over-http/draft/). Nothing is parsed that has not
 * been paid for. Throws an HttpRefusal, and what paying throws.
 */
export async function readOperations(
  request: IncomingMessage,
  options: ReadOptions,
  payer: Payer,
): Promise<RequestedOperations> {
  if (request.method === 'GET') {
    const url = request.url ?? '';
    const paying = payer.payFor(url.length);
    if (paying !== undefined) await paying;
    return { operations: [operationOf(readSearch(url))], isBatch: false };
  }
  if (request.method !== 'POST') {
    throw new HttpRefusal(405, 'GraphQL is asked with GET or POST', {
      headers: { allow: 'GET, POST' },
    });
  }
  if (!isJsonBody(request.headers['content-type'])) {
    throw new HttpRefusal(415, 'expected content-type: application/json in UTF-8');
  }
  const { maxBodyBytes } = options;
  // Nobody has to send what is not read to its end.
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) throw tooLong(maxBodyBytes);
  const body = parseJson(await readPaidBody(request, maxBodyBytes, payer));
  if (!Array.isArray(body)) return { operations: [operationOf(body)], isBatch: false };
  if (body.length === 0) throw new HttpRefusal(400, 'a batch needs at least one operation');
  if (body.length > options.maxBatch) {
    throw new HttpRefusal(
      400,
      `the batch has ${body.length} operations; at most ${options.maxBatch} are allowed`,
      { code: 'BATCH_TOO_LARGE' },
    );
  }
  return { operations: body.map(operationOf), isBatch: true };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HttpRefusal(400, 'the body is not JSON');
  }
}

function operationOf(value: unknown): IncomingOperation {
  const read = operationSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path[0] === undefined ? 'the operation' : String(issue.path[0]);
  throw new HttpRefusal(400, `${place}: ${issue?.message ?? 'is not valid'}`);
}

function readSearch(url: string): Record<string, unknown> {
  const { searchParams } = new URL(url, 'http://localhost');
  const textOf = (name: string) => searchParams.get(name) ?? undefined;
  return {
    query: textOf('query'),
    operationName: textOf('operationName'),
    variables: jsonOf('variables'),
    extensions: jsonOf('extensions'),
  };

  function jsonOf(name: string): unknown {
    const text = textOf(name);
    if (text === undefined || text === '') return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new HttpRefusal(400, `${name}: expected JSON`);
    }
  }
}
