import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import { AppError } from '../../platform/errors.ts';
import type { MaskError } from '../http/mask-errors.ts';
import type { MaskedResult } from './shared-event.ts';

export function maskResult(result: ExecutionResult, maskError: MaskError): MaskedResult {
  const { errors, ...rest } = result;
  return errors === undefined ? rest : { errors: maskAll(errors, maskError), ...rest };
}

/** Errors of a subgraph over HTTP are plain objects, not instances. */
export function maskAll(
  errors: readonly (GraphQLError | GraphQLFormattedError)[],
  maskError: MaskError,
): GraphQLFormattedError[] {
  return errors.map((error) => maskError('toJSON' in error ? error.toJSON() : error, error));
}

/** Any failure as errors that a client may see. */
export function maskFailure(error: unknown, maskError: MaskError): GraphQLFormattedError[] {
  const several = (error as { errors?: unknown } | undefined)?.errors;
  if (!(error instanceof GraphQLError) && isErrors(several)) return maskAll(several, maskError);
  return maskAll([asGraphQLError(error)], maskError);
}

/** An invalid document may have several faults. */
function isErrors(errors: unknown): errors is readonly GraphQLError[] {
  return Array.isArray(errors) && errors.every((error) => error instanceof GraphQLError);
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof AppError) {
    return new GraphQLError(error.message, { extensions: { code: error.code, ...error.details } });
  }
  const original = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(original.message, { originalError: original });
}
