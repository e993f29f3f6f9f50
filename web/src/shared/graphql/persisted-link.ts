import { ApolloLink } from '@apollo/client';
import { persistedQuery } from './document-hash.ts';

/** Sends the hash of an operation in place of its text. */
export function createPersistedLink(): ApolloLink {
  return new ApolloLink((operation, forward) => {
    operation.extensions = { ...operation.extensions, ...persistedQuery(operation.query) };
    operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
    return forward(operation);
  });
}
