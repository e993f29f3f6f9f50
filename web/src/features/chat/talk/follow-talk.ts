import type { ApolloClient } from '@apollo/client';
import {
  MESSAGE_CHANGED,
  MESSAGE_RECEIVED,
  MESSAGE_STATUS_CHANGED,
  PRESENCE_CHANGED,
  TYPING_CHANGED,
} from '../live-operations.ts';
import type { Talk } from './talk.ts';

const fetchPolicy = 'no-cache';

/** Hears what happens in conversations. Each time the connection is made anew, messages go on behind the last one that is here. */
export function followTalk(client: ApolloClient, talk: Talk): () => void {
  const variablesNow = () => ({ after: talk.positions() ?? null });
  const subscriptions = [
    client
      .subscribe({ query: MESSAGE_RECEIVED, fetchPolicy, context: { variablesNow } })
      .subscribe({ next: ({ data }) => data && talk.receive(data.messageReceived), error: ignore }),
    client
      .subscribe({ query: MESSAGE_CHANGED, fetchPolicy })
      .subscribe({ next: ({ data }) => data && talk.change(data.messageChanged), error: ignore }),
    client.subscribe({ query: MESSAGE_STATUS_CHANGED, fetchPolicy }).subscribe({
      next: ({ data }) => {
        if (!data) return;
        const { conversation, user, ...receipt } = data.messageStatusChanged;
        talk.receipt(conversation.id, user.id, receipt);
      },
      error: ignore,
    }),
    client.subscribe({ query: TYPING_CHANGED, fetchPolicy }).subscribe({
      next: ({ data }) =>
        data && talk.typing.put(data.typingChanged.conversationId, data.typingChanged.isTyping),
      error: ignore,
    }),
    client.subscribe({ query: PRESENCE_CHANGED, fetchPolicy }).subscribe({
      next: ({ data }) => {
        if (!data) return;
        const { user, isOnline, lastSeenAt } = data.presenceChanged;
        talk.presence(user.id, { isOnline, lastSeenAt });
      },
      error: ignore,
    }),
  ];
  return () => {
    for (const subscription of subscriptions) subscription.unsubscribe();
  };
}

/** The link opens again what can be opened; the banner tells of the rest. */
const ignore = () => undefined;
