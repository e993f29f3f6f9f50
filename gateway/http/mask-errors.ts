import { randomUUID } from 'node:crypto';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Log } from '../../platform/telemetry/log.ts';
import { counter, type Metrics } from '../../platform/telemetry/metrics.ts';

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

/** Ids of ours are UUIDs; what a foreign subgraph says is an id goes into a log line. */
const MAX_ID_LENGTH = 100;

export type MaskError = (error: GraphQLFormattedError, original: unknown) => GraphQLFormattedError;

/**
 * Errors that the subgraphs have masked already carry the id of their log line, which is noted here as well;
 * others are logged here and masked.
 */
export function createMaskError(log: Log, metrics?: Metrics): MaskError {
  const errors =
    metrics &&
    counter(metrics, {
      name: 'gateway_errors_total',
      help: 'errors of answers, by their code',
      labelNames: ['code'],
    });

  return (error, original) => {
    const extensions = Object.fromEntries(
      Object.entries(error.extensions ?? {}).filter(([key]) => !PRIVATE_EXTENSIONS.has(key)),
    );
    const place = {
      ...(error.locations !== undefined && { locations: error.locations }),
      ...(error.path !== undefined && { path: error.path }),
    };
    const { code } = extensions;
    // Other codes are those of subgraphs, which may have any number of them.
    errors?.inc({ code: PUBLIC_CODES.has(code) ? String(code) : 'INTERNAL_SERVER_ERROR' });
    if (PUBLIC_CODES.has(code)) {
      return { message: error.message, ...place, extensions };
    }

    const known = extensions['errorId'];
    const errorId = typeof known === 'string' ? known.slice(0, MAX_ID_LENGTH) : randomUUID();
    if (typeof known === 'string') {
      // The cause is in the log of the subgraph, under the same id.
      const subgraph = error.extensions?.['serviceName'];
      log.warn({ errorId, subgraph, path: error.path }, 'a subgraph has failed');
    } else {
      log.error({ errorId, err: causeOf(original) }, 'unexpected error');
    }
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
