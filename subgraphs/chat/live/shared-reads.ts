import { groupCalls, QueueFull } from '#platform/database/group-calls.ts';
import { AppError } from '#platform/errors.ts';
import { listPositions, type Position } from '../data/conversation.repository.ts';
import { findReceipts, type Receipt } from '../data/receipt.repository.ts';
import type { Db } from '../data/tables.ts';

/** Conversations of one question for receipts. */
const MAX_CONVERSATIONS = 500;
/** People of one question for positions: each has as many as they have conversations. */
const MAX_USERS = 50;
/** More than the sockets that a process carries. */
const MAX_WAITING = 50_000;
const RETRY_AFTER_SECONDS = 1;

export interface SharedReads {
  /** Of both sides of a conversation, as they are now. */
  readReceipts: (conversationId: string) => Promise<readonly Receipt[]>;
  /** Where all conversations of a user stand. */
  readPositions: (userId: string) => Promise<readonly Position[]>;
}

/**
 * What every event or every socket asks for. Those that ask at the same moment, whoever they are, share a question to
 * the database: the devices of both sides that are told of a message, or everybody who comes back after a restart.
 * Nothing is kept: what is read began to be read after it was asked for.
 */
export function createSharedReads(db: Db): SharedReads {
  const receipts = groupCalls<string, readonly Receipt[]>(
    { maxItems: MAX_CONVERSATIONS, maxWaiting: MAX_WAITING },
    async (conversationIds) => {
      const found = await findReceipts(db, [...new Set(conversationIds)]);
      const byId = Map.groupBy(found, ({ conversationId }) => conversationId);
      return conversationIds.map((id) => byId.get(id) ?? []);
    },
  );
  const positions = groupCalls<string, readonly Position[]>(
    { maxItems: MAX_USERS, maxWaiting: MAX_WAITING },
    async (userIds) => {
      const found = await listPositions(db, [...new Set(userIds)]);
      const byUser = Map.groupBy(found, ({ userId }) => userId);
      return userIds.map((id) => byUser.get(id) ?? []);
    },
  );
  return {
    readReceipts: (id) => receipts(id).catch(refuse),
    readPositions: (id) => positions(id).catch(refuse),
  };
}

function refuse(error: unknown): never {
  if (!(error instanceof QueueFull)) throw error;
  throw new AppError('UNAVAILABLE', 'too many come at once: try again in a moment', {
    details: { retryAfterSeconds: RETRY_AFTER_SECONDS },
  });
}
