import DataLoader from 'dataloader';
import type { Store } from '#platform/database/store.ts';
import type { Storage } from '#platform/storage/storage.ts';
import type { Live } from '#platform/live/live.ts';
import { requireUser } from '#platform/identity/viewer.ts';
import type { RequestScope } from '#platform/subgraph/connection.ts';
import type { createFollowActivity } from './activity/follow-activity.ts';
import type { ChatActivity } from './activity/read-activity.ts';
import { findConversations, type Conversation } from './data/conversation.repository.ts';
import { isId } from '#platform/database/ids.ts';
import { findMessages, type MessageKey } from './data/message.repository.ts';
import { findBlockedPairs } from './data/people.repository.ts';
import type { Acknowledgement } from './data/receipt.repository.ts';
import type { Tables } from './data/tables.ts';
import type { UserExists } from './find-users.ts';
import type { SharedReads } from './live/shared-reads.ts';
import type { TypingChange } from './live/typing-feed.ts';
import type { createUploads } from './media/uploads.ts';
import { findPresences } from './presence/find-presences.ts';
import type { OnlineUsers } from './presence/online-users.ts';
import type { PresenceKeeper } from './presence/presence.ts';
import type { SendDesk } from './sending/send-desk.ts';

export interface ContextOptions extends SharedReads {
  store: Store<Tables>;
  live: Live;
  userExists: UserExists;
  send: SendDesk['send'];
  /** 0, or the milliseconds after which there is room for one more message. */
  sendRefusalMs: SendDesk['refusalMs'];
  acknowledge: (acknowledgements: readonly Acknowledgement[]) => Promise<number>;
  /** Counts a message of a user: 0, or the milliseconds after which another may be sent. */
  takeSend: (userId: string) => Promise<number>;
  tellTyping: (change: TypingChange) => Promise<boolean>;
  online: OnlineUsers;
  presence: PresenceKeeper;
  uploads: ReturnType<typeof createUploads>;
  storage: Pick<Storage, 'urlOf'>;
  readActivity: (minutes: number) => Promise<ChatActivity>;
  followActivity: ReturnType<typeof createFollowActivity>;
  now: () => Date;
  newId: () => string;
}

export type Context = ReturnType<typeof createContext>;

/** Called once a request: loaders cache what one viewer may see. */
export function createContext(options: ContextOptions, { viewer, signal }: RequestScope) {
  const { db } = options.store;
  return {
    ...options,
    viewer,
    ...(signal && { signal }),
    /** The viewer's own, by id: whoever takes no part in a conversation does not find it. */
    conversations: new DataLoader(async (ids: readonly string[]) => {
      const found = await findConversations(db, requireUser(viewer).userId, ids.filter(isId));
      const byId = new Map(found.map((conversation) => [conversation.id, conversation]));
      return ids.map((id) => byId.get(id));
    }),
    messages: new DataLoader(
      async (keys: readonly MessageKey[]) => {
        const found = await findMessages(db, keys);
        const byKey = new Map(found.map((message) => [keyOf(message), message]));
        return keys.map((key) => byKey.get(keyOf(key)));
      },
      { cacheKeyFn: keyOf },
    ),
    /** Of both sides. */
    receipts: new DataLoader((conversationIds: readonly string[]) =>
      Promise.all(conversationIds.map(options.readReceipts)),
    ),
    presences: new DataLoader((userIds: readonly string[]) =>
      findPresences(options, requireUser(viewer).userId, userIds),
    ),
    blocks: new DataLoader(
      (pairs: readonly (readonly [string, string])[]) => findBlockedPairs(db, pairs),
      { cacheKeyFn: (pair) => pair.join('/') },
    ),
  };
}

const keyOf = ({ conversationId, sequence }: MessageKey): string => `${conversationId}/${sequence}`;

/** Reads past the loader's cache: a subscription outlives many changes. */
export async function findConversation(
  { conversations }: Context,
  id: string,
): Promise<Conversation | undefined> {
  const key = id.toLowerCase();
  return conversations.clear(key).load(key);
}
