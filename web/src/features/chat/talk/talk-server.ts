import type { ApolloClient } from '@apollo/client';
import { describeProblem } from '../../../shared/graphql/errors.ts';
import {
  ACKNOWLEDGE,
  CONVERSATION,
  CONVERSATIONS,
  MARK_CONVERSATION_READ,
  MESSAGES_PAGE,
  SEND_MESSAGE,
} from '../chat-operations.ts';
import type { SendOutcome, Waiting } from './outbox.ts';
import type { Conversation, Message, Position, Watermarks } from './talk-types.ts';

/** What the talk asks of the graph. */
export type TalkServer = {
  listConversations: (
    after: string | undefined,
  ) => Promise<{ conversations: readonly Conversation[]; next: string | undefined }>;
  findConversation: (id: string) => Promise<Conversation | undefined>;
  fetchMessages: (
    conversationId: string,
    beforeSequence: number,
    first: number,
    signal: AbortSignal,
  ) => Promise<readonly Message[]>;
  send: (waiting: Waiting) => Promise<SendOutcome>;
  acknowledge: (positions: readonly Position[]) => Promise<unknown>;
  markRead: (position: Position) => Promise<{ unreadCount: number; ownReceipt: Watermarks }>;
  describe: (error: unknown) => string;
};

/** The talk keeps its messages itself: fifty thousand of them in Apollo's cache would be gone through at each change. */
const fetchPolicy = 'no-cache';

export function createTalkServer(client: ApolloClient): TalkServer {
  return {
    async listConversations(after) {
      const { data } = await client.query({
        query: CONVERSATIONS,
        variables: { after: after ?? null },
        fetchPolicy,
      });
      const page = data?.conversations;
      const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
      return { conversations: page?.edges.map(({ node }) => node) ?? [], next: next ?? undefined };
    },

    async findConversation(id) {
      const { data } = await client.query({ query: CONVERSATION, variables: { id }, fetchPolicy });
      return data?.conversation ?? undefined;
    },

    async fetchMessages(id, beforeSequence, first, signal) {
      const { data } = await client.query({
        query: MESSAGES_PAGE,
        variables: { id, beforeSequence, first },
        fetchPolicy,
        context: { fetchOptions: { signal } },
      });
      return data?.conversation?.messages.messages ?? [];
    },

    async send({ conversationId, clientId, text, mediaId, replyToSequence }) {
      const { data } = await client.mutate({
        mutation: SEND_MESSAGE,
        variables: { input: { conversationId, clientId, text, mediaId, replyToSequence } },
        fetchPolicy,
      });
      return readOutcome(data?.sendMessage);
    },

    acknowledge: (positions) =>
      client.mutate({ mutation: ACKNOWLEDGE, variables: { positions }, fetchPolicy }),

    async markRead(position) {
      const { data } = await client.mutate({
        mutation: MARK_CONVERSATION_READ,
        variables: { position },
        fetchPolicy,
      });
      if (!data) throw new Error('the conversation was not marked as read');
      return data.markConversationRead;
    },

    describe(error) {
      const { title, detail, isUnanswered } = describeProblem(error);
      return isUnanswered ? 'No connection.' : `${title}: ${detail}`;
    },
  };
}

type SendAnswer =
  | ({ readonly __typename?: 'Message' } & Message)
  | { readonly __typename?: 'ConversationBlocked' | 'ClientIdConflict'; readonly message: string }
  | {
      readonly __typename?: 'MessageRateLimited' | 'ChatBusy';
      readonly message: string;
      readonly retryAfterMs: number;
    };

function readOutcome(answer: SendAnswer | undefined): SendOutcome {
  if (!answer) return { kind: 'REFUSED', reason: 'The server gave no answer.' };
  if ('sequence' in answer) return { kind: 'STORED', message: answer };
  if ('retryAfterMs' in answer) {
    return { kind: 'WAIT', retryAfterMs: answer.retryAfterMs, reason: answer.message };
  }
  return { kind: 'REFUSED', reason: answer.message };
}
