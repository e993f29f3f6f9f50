/** Of sockets and name look-ups. */
const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * PostgreSQL's classes 08 (connection) and 53 (too many connections, disk full), and its shutdown and start
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html).
 */
const POSTGRES_STATES = /^(08|53)\w{3}$|^57P0[123]$/;

/** What pg, ioredis and Redis say without a code. */
const MESSAGES = [
  /^Connection terminated/,
  /^Client has encountered a connection error/,
  /^timeout exceeded when trying to connect/,
  /^Connection is closed/,
  /^Command timed out/,
  /^Stream isn't writeable/,
  /^(LOADING|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|READONLY|OOM) /,
];

const NAMES = new Set(['MaxRetriesPerRequestError', 'ClusterAllFailedError']);

const MOST_CAUSES = 5;

/**
 * Whether an error says that a whole database, Redis or broker is away. That is no fault of an event, and
 * passes: the event waits, however long it takes.
 */
export function isStoreUnavailable(error: unknown, depth = MOST_CAUSES): boolean {
  if (!(error instanceof Error) || depth === 0) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (CONNECTION_CODES.has(code) || POSTGRES_STATES.test(code) || NAMES.has(error.name))
    return true;
  if (MESSAGES.some((pattern) => pattern.test(error.message))) return true;
  const inner = error instanceof AggregateError ? [error.cause, ...error.errors] : [error.cause];
  return inner.some((cause) => isStoreUnavailable(cause, depth - 1));
}
