import type { Reply } from './ask.ts';

/** What came of a request. */
export interface Outcome {
  /** The `__typename` of the answer, or the kind of the failure: an error code, a status, a lost connection. */
  name: string;
  isAnswer: boolean;
  /** Whether the same request, sent again, may well be answered. */
  mayRetry: boolean;
  /** Of an order. */
  id?: string;
}

interface Body {
  data?: Record<string, { __typename?: string; id?: string } | null> | null;
  errors?: readonly { message?: string; extensions?: { code?: string } }[];
}

/** A fault of the request itself stays one, however often it is sent. */
const FINAL = new Set(['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);
/** Answers that say when to ask again. */
const LATER = new Set(['Busy', 'RateLimited']);
const LONGEST_CODE = 60;

export function readOutcome(reply: Reply, field: string): Outcome {
  if ('kind' in reply) return { name: reply.kind, isAnswer: false, mayRetry: true };
  const body = parse(reply.body);
  if (body === undefined) {
    return { name: `HTTP ${reply.status}`, isAnswer: false, mayRetry: true };
  }
  const [error] = body.errors ?? [];
  if (error !== undefined) {
    const name = error.extensions?.code ?? String(error.message).slice(0, LONGEST_CODE);
    return { name, isAnswer: false, mayRetry: !FINAL.has(name) };
  }
  const value = body.data?.[field];
  if (value == null) return { name: `no ${field}`, isAnswer: false, mayRetry: true };
  const { __typename: name = field, id } = value;
  return { name, isAnswer: true, mayRetry: LATER.has(name), ...(id !== undefined && { id }) };
}

function parse(text: string): Body | undefined {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return undefined;
  }
}
