import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { createApolloClient } from './shared/graphql/client.ts';
import { exchangeRefreshToken } from './shared/graphql/exchange.ts';
import { openLiveClient } from './shared/graphql/live-client.ts';
import { createLiveStore } from './shared/live/live-state.ts';
import { openBrowserSession } from './shared/session/browser-session.ts';

const session = openBrowserSession(exchangeRefreshToken);
const live = createLiveStore();
const liveClient = openLiveClient(
  `${location.origin.replace(/^http/, 'ws')}/graphql`,
  session,
  live,
);
const client = createApolloClient(session, liveClient);

// What one person saw is never shown to the next: another viewer starts with an empty cache and a connection of their own.
let viewerId = session.current()?.user.id;
session.subscribe(() => {
  const nextId = session.current()?.user.id;
  if (nextId === viewerId) return;
  viewerId = nextId;
  liveClient.terminate();
  client.resetStore().catch(() => undefined);
});

const root = document.querySelector('#root');
if (!root) throw new Error('index.html has no element with the id "root"');
createRoot(root).render(<App client={client} session={session} live={live} />);
