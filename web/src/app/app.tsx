import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { RouterProvider } from 'react-router';
import { LiveProvider } from '../shared/live/live-context.tsx';
import type { LiveStore } from '../shared/live/live-state.ts';
import { SessionProvider } from '../shared/session/session-context.tsx';
import type { SessionStore } from '../shared/session/session-store.ts';
import { router } from './router.tsx';
import { theme, variables } from './theme.ts';

type AppProps = { client: ApolloClient; session: SessionStore; live: LiveStore };

export function App({ client, session, live }: AppProps) {
  return (
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <Notifications position="bottom-right" limit={3} />
        <SessionProvider store={session}>
          <LiveProvider store={live}>
            <ApolloProvider client={client}>
              <ModalsProvider>
                <RouterProvider router={router} />
              </ModalsProvider>
            </ApolloProvider>
          </LiveProvider>
        </SessionProvider>
      </MantineProvider>
    </StrictMode>
  );
}
