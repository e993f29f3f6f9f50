import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import { WELCOME } from './welcome.ts';

/**
 * GraphiQL on this gateway. What the Headers editor says about the viewer is sent with a subscription's
 * connection as well.
 */
const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  wsClient: createClient({
    url: `${window.location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: () => readHeaders(),
  }),
});

/** GraphiQL keeps the text of the Headers editor here. */
function readHeaders(): Record<string, unknown> {
  try {
    const headers: unknown = JSON.parse(localStorage.getItem('graphiql:headers') ?? '{}');
    return typeof headers === 'object' && headers !== null ? { ...headers } : {};
  } catch {
    return {};
  }
}

const root = document.querySelector('#explorer');
if (root !== null) {
  createRoot(root).render(
    <GraphiQL
      fetcher={fetcher}
      defaultQuery={WELCOME}
      defaultEditorToolsVisibility="headers"
      shouldPersistHeaders
    />,
  );
}
