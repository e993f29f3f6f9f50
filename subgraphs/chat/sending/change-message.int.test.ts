import { openTalk, type Talk } from '../testing/talk.ts';
import { blockedMeanwhile } from '../testing/held-conversation.ts';

type Person = ReturnType<Talk['person']>;

const key = (conversationId: string, sequence: number) => ({ conversationId, sequence });

async function edit(person: Person, conversationId: string, sequence: number, text: string) {
  const { data, codes } = await person.ask<{ editMessage: { __typename: string } }>(
    'mutation ($input: EditMessageInput!) { editMessage(input: $input) { __typename } }',
    { input: { ...key(conversationId, sequence), text } },
  );
  return codes?.[0] ?? data.editMessage.__typename;
}

async function react(person: Person, conversationId: string, sequence: number, emoji: string) {
  const { codes } = await person.ask(
    'mutation ($input: SetReactionInput!) { setReaction(input: $input) { sequence } }',
    { input: { ...key(conversationId, sequence), emoji } },
  );
  return codes?.[0] ?? 'Message';
}

async function remove(person: Person, conversationId: string, sequence: number) {
  const { data, codes } = await person.ask<{ deleteMessage: { __typename: string } }>(
    `mutation ($conversationId: ID!, $sequence: Int!) {
      deleteMessage(conversationId: $conversationId, sequence: $sequence) { __typename }
    }`,
    key(conversationId, sequence),
  );
  return codes?.[0] ?? data.deleteMessage.__typename;
}

const block = (person: Person, other: Person, field = 'blockUser') =>
  person.ask(
    `mutation ($id: ID!) { ${field}(userId: $id) ${field === 'blockUser' ? '{ id }' : ''} }`,
    {
      id: other.id,
    },
  );

test('a block ends changes and reactions as it ends messages, and what it closed is there again when it ends', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  for (const text of ['one', 'two']) await ada.send(conversation, text);
  await ben.send(conversation, 'three');
  await block(ben, ada);

  expect(await edit(ben, conversation, 3, 'go away')).toBe('MessageNotEditable');
  expect(await react(ben, conversation, 1, '👎')).toBe('FORBIDDEN');
  expect(await edit(ada, conversation, 1, 'you will read this')).toBe('NOT_FOUND');
  expect(await react(ada, conversation, 3, '👎')).toBe('NOT_FOUND');
  expect(await ada.read(conversation)).toBeNull();
  expect(await ben.read(conversation)).toEqual(['1 one', '2 two', '3 three']);
  // To take back what one has said tells nobody anything.
  expect(await remove(ben, conversation, 3)).toBe('Message');

  await block(ben, ada, 'unblockUser');
  expect(await ada.read(conversation)).toEqual(['1 one', '2 two', '3 null']);
  expect(await edit(ada, conversation, 1, 'hello')).toBe('Message');
  expect(await react(ada, conversation, 2, '👍')).toBe('Message');
});

test('a block that is set while a change waits for the conversation keeps the change out', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  await ada.send(conversation, 'one');
  const write = () => edit(ada, conversation, 1, 'you will read this');
  expect(await blockedMeanwhile(talk, conversation, { writer: ada, blocker: ben, write })).toBe(
    'MessageNotEditable',
  );
  expect(await ben.read(conversation)).toEqual(['1 one']);
});

test('who comes back while blocked is given nothing, and what was missed when the block has ended', async () => {
  await using talk = await openTalk();
  const [ada, ben, cem] = [talk.person(), talk.person(), talk.person()];
  const [closed, open] = [await ada.talkTo(ben), await ada.talkTo(cem)];
  await ben.send(closed, 'before the block');
  await block(ben, ada);
  await cem.send(open, 'hello');
  await using feed = await ada.listen<{ messageReceived: { text: string } }>(
    'subscription ($after: [ConversationPosition!]) { messageReceived(after: $after) { text } }',
    { after: [] },
  );
  expect((await feed.next()).messageReceived.text).toBe('hello');
  await block(ben, ada, 'unblockUser');
  await ben.send(closed, 'after it');
  expect((await feed.next()).messageReceived.text).toBe('before the block');
  expect((await feed.next()).messageReceived.text).toBe('after it');
});
