import { randomUUID } from 'node:crypto';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Log } from '../../platform/telemetry/log.ts';

/** Codes that clients may see with their message. */
const PUBLIC_CODES = new Set<unknown>([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'OPERATION_TOO_LARGE',
  'OPERATION_TOO_EXPENSIVE',
  'BATCH_TOO_LARGE',
  'BODY_TOO_LARGE',
]);

/** Details about a part of the system that are none of a client's business. */
const PRIVATE_EXTENSIONS = new Set(['serviceName', 'stacktrace', 'exception', 'http']);

export type MaskError = (error: GraphQLFormattedError, original: unknown) => GraphQLFormattedError;

/** Errors that the subgraphs have masked already carry their id; others are logged once here and masked. */
export function createMaskError(log: Log): MaskError {
  return (error, original) => {
    const extensions = Object.fromEntries(
      Object.entries(error.extensions ?? {}).filter(([key]) => !PRIVATE_EXTENSIONS.has(key)),
    );
    const place = {
      ...(error.locations !== undefined && { locations: error.locations }),
      ...(error.path !== undefined && { path: error.path }),
    };
    if (PUBLIC_CODES.has(extensions['code'])) {
      return { message: error.message, ...place, extensions };
    }

    const known = extensions['errorId'];
    const errorId = typeof known === 'string' ? known : randomUUID();
    if (known === undefined) log.error({ errorId, err: causeOf(original) }, 'unexpected error');
    return {
      message: 'something went wrong on our side',
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
    };
  };
}

function causeOf(original: unknown): unknown {
  return (original as Partial<GraphQLError> | undefined)?.originalError ?? original;
}
