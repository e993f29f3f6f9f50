import { useApolloClient } from '@apollo/client/react';
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useCatchUp } from '../../../shared/live/live-context.tsx';
import { UNREAD_MESSAGES } from '../chat-operations.ts';
import { followTalk } from './follow-talk.ts';
import type { MessagePages } from './message-pages.ts';
import { createTalk, type Talk, type TalkView } from './talk.ts';
import { createTalkServer } from './talk-server.ts';
import type { Conversation } from './talk-types.ts';

const TalkContext = createContext<Talk | undefined>(undefined);

/** The conversations of who is signed in, for as long as the page is open. */
export function TalkProvider({ viewerId, children }: { viewerId: string; children: ReactNode }) {
  const client = useApolloClient();
  const [talk, setTalk] = useState<Talk>();

  useEffect(() => {
    const next = createTalk({
      server: createTalkServer(client),
      viewerId,
      schedule: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      newId: () => crypto.randomUUID(),
      now: () => new Date(),
    });
    // The number in the header is what the list says, for as long as the list is here.
    next.subscribe(() => {
      const { phase, conversations } = next.view();
      if (phase !== 'ready') return;
      const unreadMessageCount = conversations.reduce((sum, one) => sum + one.unreadCount, 0);
      client.writeQuery({ query: UNREAD_MESSAGES, data: { unreadMessageCount } });
    });
    let leave: (() => void) | undefined;
    let isOver = false;
    setTalk(next);
    // Positions first: what is sent between the two is what comes after them.
    const begin = async () => {
      await next.load();
      if (!isOver && next.view().phase === 'ready') leave = followTalk(client, next);
    };
    void begin();
    return () => {
      isOver = true;
      leave?.();
      next.stop();
    };
  }, [client, viewerId]);

  if (!talk) return null;
  return (
    <TalkContext value={talk}>
      <Recovery talk={talk} />
      {children}
    </TalkContext>
  );
}

/** Messages come by themselves after an interruption; reading, edits and reactions of that time are read again. */
function Recovery({ talk }: { talk: Talk }) {
  const catchUp = useCallback(() => {
    talk.outbox.retryAll();
    void talk.load();
    for (const pages of talk.openPages()) pages.refresh();
  }, [talk]);
  useCatchUp(catchUp);
  return null;
}

export function useTalk(): Talk {
  const talk = use(TalkContext);
  if (!talk) throw new Error('useTalk needs a TalkProvider above it');
  return talk;
}

export function useTalkView(): TalkView {
  const talk = useTalk();
  return useSyncExternalStore(talk.subscribe, talk.view);
}

export function useConversation(id: string | undefined): Conversation | undefined {
  const { conversations } = useTalkView();
  return useMemo(() => conversations.find((one) => one.id === id), [conversations, id]);
}

export function useMessages(pages: MessagePages) {
  return useSyncExternalStore(pages.subscribe, pages.view);
}

export function useWaiting(conversationId: string) {
  const { outbox } = useTalk();
  const all = useSyncExternalStore(outbox.subscribe, outbox.view);
  return useMemo(
    () => all.filter((entry) => entry.conversationId === conversationId),
    [all, conversationId],
  );
}

/** Whether the other side of a conversation is writing. */
export function useIsTyping(conversationId: string): boolean {
  const { typing } = useTalk();
  return useSyncExternalStore(typing.subscribe, () => typing.isTyping(conversationId));
}
