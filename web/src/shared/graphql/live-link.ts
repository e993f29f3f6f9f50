import { ApolloLink, CombinedGraphQLErrors } from '@apollo/client';
import { Observable } from 'rxjs';
import { persistedQuery } from './document-hash.ts';
import type { LiveClient } from './live-client.ts';
import { retryDelayMs } from './retry-delay.ts';

/** Codes that asking again does not change. */
const FINAL_CODES = new Set([
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'GRAPHQL_VALIDATION_FAILED',
]);

/** The context of a subscription that goes on where it is, not where it began. */
export type LiveContext = { readonly variablesNow?: () => Record<string, unknown> };

/**
 * Runs subscriptions over graphql-ws. A lost connection is the client's to restore; here a subscription that the server ended
 * with an error (a new schema, a domain that restarted, an expired token) is opened again, ever more slowly.
 */
export function createLiveLink(client: LiveClient): ApolloLink {
  return new ApolloLink((operation) => {
    const { variablesNow } = operation.getContext() as LiveContext;
    const request = {
      query: '',
      operationName: operation.operationName ?? '',
      // Read each time the request is written to a socket, the first one and each that replaces a lost one.
      get variables() {
        return variablesNow?.() ?? operation.variables;
      },
      extensions: persistedQuery(operation.query),
    };
    return new Observable((observer) => {
      let leave: (() => void) | undefined;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let failures = 0;

      function open(): void {
        leave = client.subscribe(request, {
          next: (result) => {
            failures = 0;
            observer.next(result as ApolloLink.Result);
          },
          error: (error) => {
            if (isFinal(error)) return observer.error(asError(error));
            failures += 1;
            timer = setTimeout(open, retryDelayMs(failures, Math.random()));
          },
          complete: () => observer.complete(),
        });
      }

      open();
      return () => {
        clearTimeout(timer);
        leave?.();
      };
    });
  });
}

function isFinal(error: unknown): boolean {
  return (
    Array.isArray(error) &&
    error.some((one: { extensions?: { code?: string } }) =>
      FINAL_CODES.has(one.extensions?.code ?? ''),
    )
  );
}

function asError(error: unknown): Error {
  if (Array.isArray(error)) return new CombinedGraphQLErrors({ errors: error });
  return error instanceof Error ? error : new Error('Live updates ended.');
}
