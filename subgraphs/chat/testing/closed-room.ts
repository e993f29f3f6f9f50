import { sql, type KyselyPlugin } from 'kysely';
import type { Envelope } from '#platform/bus/bus.ts';
import { createWordsConsumer } from '../events/words.consumer.ts';
import type { Names } from './access-table.ts';
import { openTalk } from './talk.ts';

export type Kind = 'member' | 'foreigner' | 'blocked' | 'nobody';

/** What is said in the room; what holds a part of it has leaked. */
export const SECRET = 'secret';

/**
 * A conversation with a writer, who has said something, and somebody who looks at it: the other side, a stranger, the
 * other side once the writer has blocked it, or nobody who is signed in.
 */
export async function openRoom(kind: Kind, plugins: readonly KyselyPlugin[] = []) {
  await using resources = new AsyncDisposableStack();
  const talk = resources.use(await openTalk({ plugins }));
  const [writer, viewer, partner] = [talk.person(), talk.person(), talk.person()];
  const other = kind === 'member' || kind === 'blocked' ? viewer : partner;
  const conversationId = await writer.talkTo(other);
  await writer.send(conversationId, 'secret question');
  await other.send(conversationId, 'secret answer');
  await writer.ask('mutation ($input: ReportMessageInput!) { reportMessage(input: $input) }', {
    input: { conversationId, sequence: 2, reason: 'unkind' },
  });
  const { data } = await writer.ask<{ requestUpload: { mediaId: string } }>(`mutation {
    requestUpload(input: { contentType: "image/png", sizeBytes: 100 }) { ... on MediaUpload { mediaId } }
  }`);
  const { id: reportId } = await talk.db
    .selectFrom('message_report')
    .select('id')
    .executeTakeFirstOrThrow();
  const outbox = await talk.db
    .selectFrom('outbox')
    .select('envelope')
    .where('topic', '=', 'message-events')
    .execute();
  const told = outbox.map(({ envelope }) => envelope as unknown as Envelope);
  await createWordsConsumer(talk.db).handle(told);
  const names: Names = {
    conversationId,
    userId: writer.id,
    mediaId: data.requestUpload.mediaId,
    reportId,
  };

  async function block(): Promise<void> {
    if (kind !== 'blocked') return;
    await writer.ask('mutation ($id: ID!) { blockUser(userId: $id) { id } }', { id: viewer.id });
  }

  /** All that there is of the room, and of what its writer has. */
  async function state(): Promise<unknown[]> {
    const statements = [
      sql`select * from conversation where id = ${conversationId}`,
      sql`select * from message where conversation_id = ${conversationId} order by sequence`,
      sql`select * from conversation_member where conversation_id = ${conversationId} order by user_id`,
      sql`select * from message_report where reported_by <> ${viewer.id}`,
      sql`select * from media where owner_id = ${writer.id}`,
      sql`select * from blocked_user where user_id = ${writer.id}`,
    ];
    const results = await Promise.all(statements.map((statement) => statement.execute(talk.db)));
    return results.map(({ rows }) => rows);
  }

  const owned = resources.move();
  return {
    talk,
    writer,
    partner,
    viewer,
    /** Who looks, as a client. */
    looker: kind === 'nobody' ? talk.nobody : viewer,
    names,
    block,
    state,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

export type Room = Awaited<ReturnType<typeof openRoom>>;
