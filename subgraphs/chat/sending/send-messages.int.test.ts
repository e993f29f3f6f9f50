import { v7 as newId } from 'uuid';
import { blockedMeanwhile } from '../testing/held-conversation.ts';
import { openTalk } from '../testing/talk.ts';
import { sendMessages } from './send-messages.ts';

test('however many start a conversation at once, from either side, there is one', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const ids = await Promise.all(
    Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? ada.talkTo(ben) : ben.talkTo(ada))),
  );
  expect(new Set(ids).size).toBe(1);
});

test('messages of both sides at once get every sequence once, and both sides read the same', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  const sent = await Promise.all(
    Array.from({ length: 80 }, (_, index) =>
      (index % 2 === 0 ? ada : ben).send(conversation, `message ${index}`),
    ),
  );
  expect(sent.toSorted((one, other) => Number(one) - Number(other))).toEqual(
    Array.from({ length: 80 }, (_, index) => index + 1),
  );
  const read = await ada.read(conversation);
  expect(read).toHaveLength(80);
  expect(await ben.read(conversation)).toEqual(read);
});

test('two processes that send at once leave no gap and no double', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversations = [await ada.talkTo(ben), await ada.talkTo(talk.person())];
  const messages = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      conversationId: conversations[index % 2] ?? '',
      senderId: ada.id,
      clientId: newId(),
      text: 'hello',
      mediaId: null,
      replyToSequence: null,
    }));
  // Each call is a transaction of its own, as another process would run it.
  await Promise.all(Array.from({ length: 8 }, () => sendMessages(talk, messages(10))));

  const rows = await talk.db
    .selectFrom('message')
    .select(['conversation_id', 'sequence'])
    .orderBy('conversation_id')
    .orderBy('sequence')
    .execute();
  for (const id of conversations) {
    const sequences = rows.filter(({ conversation_id }) => conversation_id === id);
    expect(sequences.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  }
});

test('a retry is the same message, at the same time too, also after its text was edited', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  const clientId = newId();
  const tries = Array.from({ length: 10 }, () => ada.send(conversation, 'hello', clientId));
  expect(await Promise.all(tries)).toEqual(tries.map(() => 1));

  await ada.ask(
    'mutation ($input: EditMessageInput!) { editMessage(input: $input) { __typename } }',
    {
      input: { conversationId: conversation, sequence: 1, text: 'hello again' },
    },
  );
  expect(await ada.send(conversation, 'hello', clientId)).toBe(1);
  expect(await ben.read(conversation)).toEqual(['1 hello again']);
});

test('a client id that is used for something else is refused', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  const clientId = newId();
  await ada.send(conversation, 'hello', clientId);
  expect(await ada.send(conversation, 'bye', clientId)).toBe('ClientIdConflict');
});

test('a transaction that fails gives no sequence away', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  await talk.db.schema.alterTable('outbox').renameTo('away').execute();
  expect(await ada.send(conversation, 'lost')).toBe('INTERNAL_SERVER_ERROR');
  await talk.db.schema.alterTable('away').renameTo('outbox').execute();

  expect(await ada.send(conversation, 'kept')).toBe(1);
  expect(await ben.read(conversation)).toEqual(['1 kept']);
});

test('nobody else sends into a conversation, and a block ends it for both sides', async () => {
  await using talk = await openTalk();
  const [ada, ben, eve] = [talk.person(), talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  expect(await eve.send(conversation, 'hello')).toBe('NOT_FOUND');
  expect(await eve.send(newId(), 'hello')).toBe('NOT_FOUND');
  expect(await eve.read(conversation)).toBeNull();

  await ben.ask('mutation ($id: ID!) { blockUser(userId: $id) { id } }', { id: ada.id });
  expect(await ada.send(conversation, 'hello')).toBe('ConversationBlocked');
  expect(await ben.send(conversation, 'hello')).toBe('ConversationBlocked');
  await ben.ask('mutation ($id: ID!) { unblockUser(userId: $id) }', { id: ada.id });
  expect(await ada.send(conversation, 'hello')).toBe(1);
});

test('a block that is set while a message waits for the conversation keeps the message out', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  const write = () => ada.send(conversation, 'hello');
  expect(await blockedMeanwhile(talk, conversation, { writer: ada, blocker: ben, write })).toBe(
    'ConversationBlocked',
  );
});
