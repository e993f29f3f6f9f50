type CodedError = { readonly extensions?: { readonly [key: string]: unknown } | undefined };

export function hasCode(errors: readonly CodedError[] | undefined, code: string): boolean {
  return errors?.some((error) => error.extensions?.['code'] === code) ?? false;
}

/** What went wrong, for people. */
export type Problem = {
  /** Whether the server never answered: the request may or may not have had its effect. */
  readonly isUnanswered: boolean;
  readonly title: string;
  readonly detail: string;
};

type ErrorLike = {
  readonly name: string;
  readonly message: string;
  readonly errors?: readonly (CodedError & { readonly message: string })[];
  readonly statusCode?: number;
};

const TITLES: Record<string, string> = {
  UNAUTHENTICATED: 'Please sign in again',
  FORBIDDEN: 'You may not do this',
  NOT_FOUND: 'Not found',
  RATE_LIMITED: 'One moment, please',
  BAD_USER_INPUT: 'Please check what you entered',
};

const UNEXPECTED = 'Something went wrong on our side';

/** Reads what Apollo Client throws: answers with errors, HTTP failures, and requests that got no answer. */
export function describeProblem(error: unknown): Problem {
  const { errors, statusCode, message } = error as Partial<ErrorLike>;
  const first = errors?.[0];
  if (first) return describeAnswer(first);
  if (statusCode !== undefined) {
    return {
      isUnanswered: statusCode >= 500,
      title: statusCode === 429 ? TITLES['RATE_LIMITED']! : UNEXPECTED,
      detail: `The server answered with status ${statusCode}. Please try again.`,
    };
  }
  return {
    isUnanswered: true,
    title: 'We could not reach the shop',
    detail: isNetworkFailure(error)
      ? 'Check your connection and try again.'
      : (message ?? 'Please try again.'),
  };
}

function describeAnswer({ message, extensions }: CodedError & { message: string }): Problem {
  const code = extensions?.['code'];
  const title = typeof code === 'string' ? TITLES[code] : undefined;
  return { isUnanswered: false, title: title ?? UNEXPECTED, detail: message };
}

function isNetworkFailure(error: unknown): boolean {
  return (
    error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')
  );
}
