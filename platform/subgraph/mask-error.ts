import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { AppError } from '../errors.ts';
import { isStoreUnavailable } from '../messaging/store-unavailable.ts';
import type { Log } from '../telemetry/log.ts';

/**
 * What a client may see of an error. An AppError and GraphQL's own complaints (validation, a bad
 * variable) pass; anything else is logged once under an id, and the client gets only that id. That a store is away is
 * UNAVAILABLE: it passes, and the same request may be sent again.
 */
export function maskError(error: GraphQLError, log: Log, requestId: string): GraphQLError {
  const original = error.originalError;
  const place = {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
  };

  if (original instanceof AppError) {
    const extensions = { code: original.code, ...original.details };
    return new GraphQLError(original.message, { ...place, extensions });
  }
  if (original === undefined || original instanceof GraphQLError) {
    if (error.extensions['code'] !== undefined) return error;
    const code = error.path === undefined ? 'GRAPHQL_VALIDATION_FAILED' : 'BAD_USER_INPUT';
    return new GraphQLError(error.message, { ...place, extensions: { code } });
  }

  const errorId = randomUUID();
  const facts = { errorId, requestId, path: error.path, err: original };
  if (isStoreUnavailable(original)) {
    log.warn(facts, 'a store is away');
    return new GraphQLError('this is not available at the moment: try again', {
      ...place,
      extensions: { code: 'UNAVAILABLE', errorId },
    });
  }
  log.error(facts, 'unexpected error');
  return new GraphQLError('something went wrong on our side', {
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
  });
}
