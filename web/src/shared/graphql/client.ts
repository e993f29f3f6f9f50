import { ApolloClient, ApolloLink } from '@apollo/client';
import { BaseHttpLink } from '@apollo/client/link/http';
import { isSubscriptionOperation } from '@apollo/client/utilities';
import type { SessionStore } from '../session/session-store.ts';
import { createAuthLink } from './auth-link.ts';
import { createCache } from './cache.ts';
import type { LiveClient } from './live-client.ts';
import { createLiveLink } from './live-link.ts';
import { createPersistedLink } from './persisted-link.ts';
import { createSerialLink } from './serial-link.ts';

/** Nobody waits longer for a page; the request counts as unanswered then. */
const ANSWER_WITHIN_MS = 20_000;

export function createApolloClient(session: SessionStore, live: LiveClient): ApolloClient {
  const http = ApolloLink.from([
    createSerialLink(),
    createAuthLink(session),
    createPersistedLink(),
    new BaseHttpLink({ uri: '/graphql', fetch: fetchInTime }),
  ]);
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.split(
      ({ query }) => isSubscriptionOperation(query),
      createLiveLink(live),
      http,
    ),
    // What is cached shows at once and is fetched again behind it.
    defaultOptions: {
      watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' },
    },
  });
}

const fetchInTime: typeof fetch = (input, init) => {
  const limit = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit;
  return fetch(input, { ...init, signal });
};
