import { sql } from 'kysely';
import { v7 as newId } from 'uuid';
import { afterStatement, meetingOf } from '../testing/after-statement.ts';
import { changeSql } from '../testing/changed-sql.ts';
import { openTalk, type Talk } from '../testing/talk.ts';
import { sendMessages } from './send-messages.ts';

const READS_LAST_SEQUENCE = 'high_user_id as high';
const LOOKS_FOR_CLIENT_ID = 'where (conversation_id, sender_id, client_id) in';

const message = (conversationId: string, senderId: string, clientId: string = newId()) => ({
  conversationId,
  senderId,
  clientId,
  text: 'hello',
  mediaId: null,
  replyToSequence: null,
});

async function sequencesOf({ db }: Talk): Promise<number[]> {
  const rows = await db.selectFrom('message').select('sequence').orderBy('sequence').execute();
  return rows.map(({ sequence }) => sequence);
}

const dropConstraint = (talk: Talk, name: string) =>
  sql`alter table message drop constraint ${sql.id(name)}`.execute(talk.db);

/** Two processes that send into one conversation, with the row of it not held: both have read its end before either writes. */
async function sendBoth(prepare: (talk: Talk) => Promise<unknown>) {
  const unlocked = changeSql('for update', '');
  const meeting = afterStatement(READS_LAST_SEQUENCE, meetingOf(2));
  await using talk = await openTalk({ plugins: [meeting, unlocked.plugin] });
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  await prepare(talk);
  const sent = await Promise.allSettled(
    [ada, ben].map(({ id }) => sendMessages(talk, [message(conversation, id)])),
  );
  expect(unlocked.changes()).toBeGreaterThan(0);
  return { sent: sent.map(({ status }) => status).toSorted(), sequences: await sequencesOf(talk) };
}

test('control: without the lock of the conversation two senders get one sequence, and the key refuses one of them', async () => {
  const { sent, sequences } = await sendBoth(() => Promise.resolve());
  expect(sent).toEqual(['fulfilled', 'rejected']);
  expect(sequences).toEqual([1]);
});

test('control: without the lock and the key two messages have one place', async () => {
  const { sent, sequences } = await sendBoth((one) => dropConstraint(one, 'message_pkey'));
  expect(sent).toEqual(['fulfilled', 'fulfilled']);
  expect(sequences).toEqual([1, 1]);
});

test('control: without looking for the client id a retry is refused by its constraint, and without that stored twice', async () => {
  const { plugin, changes } = changeSql(
    LOOKS_FOR_CLIENT_ID,
    LOOKS_FOR_CLIENT_ID.replace('where', 'where false and'),
  );
  await using talk = await openTalk({ plugins: [plugin] });
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  const clientId = newId();
  await sendMessages(talk, [message(conversation, ada.id, clientId)]);
  await expect(sendMessages(talk, [message(conversation, ada.id, clientId)])).rejects.toThrow(
    'client_id_key',
  );
  expect(await sequencesOf(talk)).toEqual([1]);

  await dropConstraint(talk, 'message_client_key');
  await sendMessages(talk, [message(conversation, ada.id, clientId)]);
  expect(await sequencesOf(talk)).toEqual([1, 2]);
  expect(changes()).toBe(3);
});
