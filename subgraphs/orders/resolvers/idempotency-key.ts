import { AppError } from '#platform/errors.ts';

const MIN_LENGTH = 8;
const MAX_LENGTH = 100;

/** Throws BAD_USER_INPUT for one that is too short to be of one purchase, or too long. */
export function readIdempotencyKey(key: string | null | undefined): string | undefined {
  if (key == null) return undefined;
  if (key.length >= MIN_LENGTH && key.length <= MAX_LENGTH) return key;
  throw new AppError(
    'BAD_USER_INPUT',
    `idempotencyKey must have ${MIN_LENGTH} to ${MAX_LENGTH} characters`,
  );
}
