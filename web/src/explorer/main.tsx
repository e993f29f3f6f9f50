import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import { WELCOME } from './welcome.ts';

let headers: Record<string, unknown> = {};

const send = createGraphiQLFetcher({
  url: '/graphql',
  wsClient: createClient({
    url: `${window.location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: () => headers,
  }),
});

/** What the Headers editor says about the viewer is sent with a subscription's connection as well. */
const fetcher: Fetcher = (operation, options) => {
  headers = options?.headers ?? {};
  return send(operation, options);
};

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
