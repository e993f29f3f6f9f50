import type { ServerResponse } from 'node:http';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AppError } from '../../platform/errors.ts';
import { InvalidDocument } from '../operations/documents.ts';
import type { OperationResult } from '../operations/run-operation.ts';
import { HttpRefusal } from './http-refusal.ts';
import type { MaskError } from './mask-errors.ts';
import type { AnswerType } from './media-types.ts';

/** An answer as it is sent. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** JSON. */
  body: string;
}

/** Statuses that say something about the caller rather than the document: the same in either media type. */
const STATUS_OF_CALLER: Readonly<Record<string, number>> = {
  BAD_REQUEST: 400,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};
const STATUS: Readonly<Record<string, number>> = {
  ...STATUS_OF_CALLER,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
};

/** What the asker has already is not sent again. */
export const NOT_MODIFIED = 304;

export function answerOfResult(result: OperationResult, maskError: MaskError): Answer {
  const { data, dataText, errors, extensions } = result;
  if (dataText !== undefined) {
    const more = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
    return { status: 200, headers: {}, body: `{"data":${dataText}${more}}` };
  }
  const body = {
    ...(errors !== undefined && { errors: errors.map((error) => masked(error, maskError)) }),
    ...(data !== undefined && { data }),
    ...(extensions !== undefined && { extensions }),
  };
  return { status: 200, headers: {}, body: JSON.stringify(body) };
}

/**
 * What kept an operation from running. In `application/json` a well-formed request is answered with 200
 * whatever became of it; `application/graphql-response+json` has a status of its own for each.
 */
export function answerOfError(error: unknown, type: AnswerType, maskError: MaskError): Answer {
  const errors = errorsOf(error).map((each) => masked(each, maskError));
  const code = String(errors[0]?.extensions?.['code']);
  const wait = errors[0]?.extensions?.['retryAfterSeconds'];
  const headers = {
    ...(error instanceof HttpRefusal && error.headers),
    ...(typeof wait === 'number' && { 'retry-after': String(wait) }),
  };
  return { status: statusOf(error, code, type), headers, body: JSON.stringify({ errors }) };
}

function statusOf(error: unknown, code: string, type: AnswerType): number {
  if (error instanceof HttpRefusal) return error.status;
  // Thrown before anything of the operation is looked at: who is asking is not known.
  if (error instanceof AppError) return STATUS[code] ?? 400;
  return type === 'application/json' ? (STATUS_OF_CALLER[code] ?? 200) : (STATUS[code] ?? 400);
}

function errorsOf(error: unknown): readonly GraphQLError[] {
  if (error instanceof InvalidDocument) return error.errors;
  if (error instanceof GraphQLError) return [error];
  if (error instanceof AppError) {
    const extensions = { code: error.code, ...error.details };
    return [new GraphQLError(error.message, { extensions })];
  }
  const originalError = error instanceof Error ? error : new Error(String(error));
  return [new GraphQLError(originalError.message, { originalError })];
}

const masked = (error: GraphQLError, maskError: MaskError): GraphQLFormattedError =>
  maskError('toJSON' in error ? error.toJSON() : error, error);

export function writeAnswer(
  response: ServerResponse,
  type: AnswerType,
  { status, headers, body }: Answer,
): void {
  if (status === NOT_MODIFIED) {
    response.writeHead(status, headers).end();
    return;
  }
  const length = Buffer.byteLength(body);
  response
    .writeHead(status, {
      // The same address answers each viewer differently, unless the answer says otherwise.
      'cache-control': 'private, no-store',
      ...headers,
      'content-type': `${type}; charset=utf-8`,
      'content-length': length,
    })
    // Of letters that are a byte each; as such they are sent without being encoded one by one.
    .end(body, length === body.length ? 'latin1' : 'utf8');
}
