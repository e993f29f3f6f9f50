/** What a caller may be told went wrong. The code is what programs read; the message is for people. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE';

/** A failure the caller may see. Anything else reaches the client as INTERNAL_SERVER_ERROR and an id. */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: ErrorCode;
  /** Further facts for programs, such as `retryAfterSeconds`; sent as extensions beside the code. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: ErrorOptions & { details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, options);
    this.code = code;
    this.details = options.details ?? {};
  }
}
