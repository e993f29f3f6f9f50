import { createPositionBatch, type PositionBatch } from './batch-positions.ts';
import {
  changeMessage,
  putConversations,
  raise,
  receiveMessage,
  receiveOwnReading,
  receivePresence,
  receiveReceipt,
  sortInbox,
  undelivered,
  type Inbox,
} from './inbox.ts';
import { createMessagePages, type MessagePages } from './message-pages.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { TalkServer } from './talk-server.ts';
import { createTyping, type Typing } from './typing.ts';
import type { Conversation, Message, Position, Watermarks } from './talk-types.ts';

/** Conversations whose messages are kept; the one that was looked at longest ago goes first. */
const OPEN_CAPACITY = 10;
/** Positions that the graph takes when messages are subscribed to. */
export const MAX_FOLLOWED = 5_000;

export type TalkView = {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: unknown;
  /** The most recently active first. */
  readonly conversations: readonly Conversation[];
};

export type Talk = {
  view: () => TalkView;
  subscribe: (listener: () => void) => () => void;
  outbox: Outbox;
  /** Who is writing. */
  typing: Typing;
  presence: (userId: string, presence: { isOnline: boolean; lastSeenAt: string | null }) => void;
  load: () => Promise<void>;
  /** Up to where all conversations are here: what comes after is what was missed. */
  positions: () => Position[] | undefined;
  pagesOf: (conversationId: string) => MessagePages;
  openPages: () => Iterable<MessagePages>;
  put: (conversation: Conversation) => void;
  /** Reads one conversation that is not in the list; false when there is none. */
  find: (conversationId: string) => Promise<boolean>;
  /** Reads one that is in the list again. */
  reload: (conversationId: string) => Promise<void>;
  receive: (message: Message) => void;
  change: (message: Message) => void;
  receipt: (conversationId: string, userId: string, receipt: Watermarks) => void;
  read: (position: Position) => void;
  stop: () => void;
};

type Options = {
  server: TalkServer;
  viewerId: string;
  schedule: (run: () => void, ms: number) => () => void;
  newId: () => string;
  now: () => Date;
};

/** What one person talks about, as far as it is on the page: plain state that the components read. */
export function createTalk({ server, viewerId, schedule, newId, now }: Options): Talk {
  const listeners = new Set<() => void>();
  const open = new Map<string, MessagePages>();
  const followed = new Map<string, number>();
  const searched = new Set<string>();
  let inbox: Inbox = new Map();
  let phase: TalkView['phase'] = 'loading';
  let failure: unknown;
  let current: TalkView = { phase, error: undefined, conversations: [] };

  const delivered: PositionBatch = createPositionBatch({ send: server.acknowledge, schedule });
  const reading: PositionBatch = createPositionBatch({
    schedule,
    send: async (positions) => {
      for (const position of positions) {
        const { unreadCount, ownReceipt } = await server.markRead(position);
        set(receiveOwnReading(inbox, position.conversationId, ownReceipt, unreadCount));
      }
    },
  });
  const outbox = createOutbox({
    deliver: server.send,
    onStored: arrive,
    describe: server.describe,
    wait: (ms) => new Promise((resolve) => schedule(() => resolve(), ms)),
    newId,
    now,
  });

  const typing = createTyping(schedule);

  function set(next: Inbox): void {
    if (next !== inbox) inbox = next;
    current = { phase, error: failure, conversations: sortInbox(inbox) };
    for (const listener of listeners) listener();
  }

  /** Of what the list says and what has come meanwhile, the newer. */
  function merge(conversation: Conversation): Conversation {
    const before = inbox.get(conversation.id);
    if (!before || before.lastSequence < conversation.lastSequence) return conversation;
    if (before.lastSequence === conversation.lastSequence) {
      return {
        ...conversation,
        otherReceipt: {
          ...conversation.otherReceipt,
          ...raise(before.otherReceipt, conversation.otherReceipt),
        },
      };
    }
    return before;
  }

  function putAll(conversations: readonly Conversation[]): void {
    set(putConversations(inbox, conversations.map(merge)));
    for (const { id, lastSequence } of conversations) open.get(id)?.setLast(lastSequence);
  }

  async function load(): Promise<void> {
    try {
      let after: string | undefined;
      do {
        const page = await server.listConversations(after);
        for (const { id, lastSequence } of page.conversations) {
          if (!followed.has(id)) followed.set(id, lastSequence);
        }
        putAll(page.conversations);
        after = followed.size <= MAX_FOLLOWED ? page.next : undefined;
      } while (after !== undefined);
      phase = 'ready';
      failure = undefined;
      delivered.add(undelivered(inbox));
    } catch (error) {
      if (phase !== 'ready') phase = 'failed';
      failure = error;
    }
    set(inbox);
  }

  async function find(conversationId: string): Promise<boolean> {
    if (inbox.has(conversationId)) return true;
    const conversation = await server.findConversation(conversationId);
    if (conversation) putAll([conversation]);
    return conversation !== undefined;
  }

  /** Somebody has begun to write: the list has to have the conversation. One question a conversation at a time. */
  function findOnce(conversationId: string): void {
    if (inbox.has(conversationId) || searched.has(conversationId)) return;
    searched.add(conversationId);
    void find(conversationId)
      .catch(() => undefined)
      .finally(() => searched.delete(conversationId));
  }

  function arrive(message: Message): void {
    const { conversationId, clientId, sender } = message;
    findOnce(conversationId);
    open.get(conversationId)?.put(message);
    if (sender.id === viewerId) outbox.settle(clientId);
    else typing.put(conversationId, false);
    set(receiveMessage(inbox, message, viewerId));
  }

  return {
    view: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    outbox,
    typing,
    presence: (userId, presence) => set(receivePresence(inbox, userId, presence)),
    load,
    positions: () =>
      followed.size > MAX_FOLLOWED
        ? undefined
        : [...followed].map(([conversationId, sequence]) => ({ conversationId, sequence })),
    pagesOf(conversationId) {
      const pages =
        open.get(conversationId) ??
        createMessagePages((before, first, signal) =>
          server.fetchMessages(conversationId, before, first, signal),
        );
      pages.setLast(inbox.get(conversationId)?.lastSequence ?? 0);
      open.delete(conversationId);
      open.set(conversationId, pages);
      for (const [oldest, old] of open) {
        if (open.size <= OPEN_CAPACITY) break;
        old.stop();
        open.delete(oldest);
      }
      return pages;
    },
    openPages: () => open.values(),
    put: (conversation) => putAll([conversation]),
    find,
    async reload(conversationId) {
      const conversation = await server.findConversation(conversationId);
      if (conversation) putAll([conversation]);
    },
    receive(message) {
      const { conversationId, sequence, sender } = message;
      followed.set(conversationId, Math.max(followed.get(conversationId) ?? 0, sequence));
      arrive(message);
      if (sender.id !== viewerId) delivered.add([{ conversationId, sequence }]);
    },
    change(message) {
      open.get(message.conversationId)?.put(message);
      set(changeMessage(inbox, message));
    },
    receipt(conversationId, userId, receipt) {
      if (userId !== viewerId) set(receiveReceipt(inbox, conversationId, receipt));
    },
    read(position) {
      const conversation = inbox.get(position.conversationId);
      if (!conversation || conversation.ownReceipt.readSequence >= position.sequence) return;
      reading.add([position]);
    },
    stop() {
      delivered.stop();
      reading.stop();
      typing.stop();
      for (const pages of open.values()) pages.stop();
      listeners.clear();
    },
  };
}
