import { openTalk, type Talk } from '../testing/talk.ts';

type Person = ReturnType<Talk['person']>;
interface Seen {
  conversation: { unreadCount: number; messages: { messages: { status: string }[] } };
}

const look = async (person: Person, id: string) => {
  const { data } = await person.ask<Seen>(
    `query ($id: ID!) {
      conversation(id: $id) { unreadCount messages { messages { status } } }
    }`,
    { id },
  );
  const { unreadCount, messages } = data.conversation;
  return { unreadCount, statuses: messages.messages.map(({ status }) => status).toReversed() };
};

const acknowledge = async (person: Person, conversationId: string, sequence: number) =>
  person.ask<{ acknowledgeMessages: number }>(
    'mutation ($positions: [ConversationPosition!]!) { acknowledgeMessages(positions: $positions) }',
    { positions: [{ conversationId, sequence }] },
  );

const read = async (person: Person, conversationId: string, sequence: number) =>
  person.ask(
    'mutation ($position: ConversationPosition!) { markConversationRead(position: $position) { id } }',
    { position: { conversationId, sequence } },
  );

test('a message is sent, then delivered, then read, and never goes back', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  for (const text of ['one', 'two', 'three']) await ada.send(conversation, text);
  expect(await look(ada, conversation)).toEqual({
    unreadCount: 0,
    statuses: ['SENT', 'SENT', 'SENT'],
  });
  expect((await look(ben, conversation)).unreadCount).toBe(3);

  await acknowledge(ben, conversation, 2);
  await read(ben, conversation, 1);
  const expected = ['READ', 'DELIVERED', 'SENT'];
  expect((await look(ada, conversation)).statuses).toEqual(expected);
  expect((await look(ben, conversation)).unreadCount).toBe(2);

  expect((await acknowledge(ben, conversation, 1)).data).toEqual({ acknowledgeMessages: 0 });
  await read(ben, conversation, 0);
  expect((await look(ada, conversation)).statuses).toEqual(expected);
});

test('nobody acknowledges what is not there yet, or is between others', async () => {
  await using talk = await openTalk();
  const [ada, ben, eve] = [talk.person(), talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  await ada.send(conversation, 'one');
  await acknowledge(ben, conversation, 99);
  await ada.send(conversation, 'two');
  await acknowledge(eve, conversation, 2);
  expect((await read(eve, conversation, 2)).codes).toEqual(['NOT_FOUND']);

  expect((await look(ada, conversation)).statuses).toEqual(['DELIVERED', 'SENT']);
});

test('unread messages are counted exactly while both sides write and read at once', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  await Promise.all(
    Array.from({ length: 60 }, (_, index) => {
      if (index % 3 === 2) return read(ben, conversation, index);
      return (index % 3 === 0 ? ada : ben).send(conversation, `message ${index}`);
    }),
  );
  const rows = await talk.db.selectFrom('message').select(['sequence', 'sender_id']).execute();
  const member = await talk.db
    .selectFrom('conversation_member')
    .selectAll()
    .where('user_id', '=', ben.id)
    .executeTakeFirstOrThrow();
  const unread = rows.filter(
    ({ sequence, sender_id }) => sender_id === ada.id && sequence > member.read_sequence,
  );
  expect(member.unread_count).toBe(unread.length);
});

test('the other side hears how far its messages have come', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  await ada.send(conversation, 'one');
  await using events = await ada.listen(
    'subscription { messageStatusChanged { user { id } deliveredSequence readSequence } }',
  );
  await acknowledge(ben, conversation, 1);
  await read(ben, conversation, 1);
  const receipt = { user: { id: ben.id }, deliveredSequence: 1 };
  expect(await events.next()).toEqual({ messageStatusChanged: { ...receipt, readSequence: 0 } });
  expect(await events.next()).toEqual({ messageStatusChanged: { ...receipt, readSequence: 1 } });
});
