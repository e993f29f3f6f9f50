import { untilBlocked } from '#platform/testing/blocked-sessions.ts';
import type { Tx } from '../data/tables.ts';
import type { Talk } from './talk.ts';

/** Acts while this transaction holds a conversation: whoever else wants to write to it waits. */
export function whileHeld<Result>(
  { store }: Talk,
  conversationId: string,
  act: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return store.transact(async (tx) => {
    await tx
      .selectFrom('conversation')
      .select('id')
      .where('id', '=', conversationId)
      .forUpdate()
      .execute();
    return act(tx);
  });
}

/** Somebody writes to the conversation, and is blocked by the other before it is their turn. */
export async function blockedMeanwhile<Answer>(
  talk: Talk,
  conversationId: string,
  {
    writer,
    blocker,
    write,
  }: { writer: { id: string }; blocker: { id: string }; write: () => Promise<Answer> },
): Promise<Answer> {
  const { writing } = await whileHeld(talk, conversationId, async (tx) => {
    const waiting = write();
    await untilBlocked(talk.db);
    await tx
      .insertInto('blocked_user')
      .values({ user_id: blocker.id, blocked_id: writer.id, created_at: talk.now() })
      .execute();
    return { writing: waiting };
  });
  return writing;
}
