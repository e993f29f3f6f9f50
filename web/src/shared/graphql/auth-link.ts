import { ApolloLink, ServerError } from '@apollo/client';
import { from, Observable, switchMap, type Subscription } from 'rxjs';
import type { SessionStore } from '../session/session-store.ts';
import { hasCode } from './errors.ts';

type Tokens = Pick<SessionStore, 'accessToken'>;

/**
 * Puts the access token on each request. When the server turns it down, the session is renewed and the request made once
 * more; a second refusal is the answer.
 */
export function createAuthLink(tokens: Tokens): ApolloLink {
  return new ApolloLink((operation, forward) => {
    const attempt = (token: string | undefined) => {
      operation.setContext({ headers: token ? { authorization: `Bearer ${token}` } : {} });
      return forward(operation);
    };
    return from(tokens.accessToken()).pipe(
      switchMap((token) => {
        if (token === undefined) return attempt(undefined);
        return withOneRetry(attempt(token), async () => {
          const renewed = await tokens.accessToken(token);
          return renewed === undefined ? undefined : attempt(renewed);
        });
      }),
    );
  });
}

/** Replaces a refused answer by that of `retry`; undefined from there lets the refusal through. */
function withOneRetry(
  first: Observable<ApolloLink.Result>,
  retry: () => Promise<Observable<ApolloLink.Result> | undefined>,
): Observable<ApolloLink.Result> {
  return new Observable((observer) => {
    let active: Subscription | undefined;
    let isRetrying = false;

    function startRetry(letThrough: () => void): void {
      isRetrying = true;
      retry()
        .then((second) => {
          if (observer.closed) return undefined;
          if (second) active = second.subscribe(observer);
          else letThrough();
          return undefined;
        })
        .catch((error: unknown) => observer.error(error));
    }

    active = first.subscribe({
      next: (result) => {
        if (!hasCode(result.errors, 'UNAUTHENTICATED')) return observer.next(result);
        startRetry(() => {
          observer.next(result);
          observer.complete();
        });
      },
      error: (error: unknown) => {
        if (!ServerError.is(error) || error.statusCode !== 401) return observer.error(error);
        startRetry(() => observer.error(error));
      },
      complete: () => {
        if (!isRetrying) observer.complete();
      },
    });
    return () => active?.unsubscribe();
  });
}
