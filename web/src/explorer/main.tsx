import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/graphiql.css';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import { createPlanPlugin } from './plan/create-plan-plugin.tsx';
import { createPlanStore } from './plan/plan-store.ts';
import { fetchWithPlan } from './plan/fetch-with-plan.ts';
import { WELCOME } from './welcome.ts';

let headers: Record<string, unknown> = {};

const send = createGraphiQLFetcher({
  url: '/graphql',
  // The gateway answers at once and whole: an answer is a value, not a stream of parts.
  enableIncrementalDelivery: false,
  wsClient: createClient({
    url: `${window.location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: () => headers,
  }),
});
const plans = createPlanStore();
const plugins = [createPlanPlugin(plans)];

/** What the Headers editor says about the viewer is sent with a subscription's connection as well. */
const withHeaders: Fetcher = (operation, options) => {
  headers = options?.headers ?? {};
  return send(operation, options);
};
const fetcher = fetchWithPlan(withHeaders, plans);

const root = document.querySelector('#explorer');
if (root !== null) {
  createRoot(root).render(
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultQuery={WELCOME}
      defaultEditorToolsVisibility="headers"
      shouldPersistHeaders
    />,
  );
}
