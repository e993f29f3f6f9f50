import { openTalk, type Talk } from '../testing/talk.ts';

type Person = ReturnType<Talk['person']>;
interface Change {
  typingChanged: { conversationId: string; user: { id: string }; isTyping: boolean };
}

const FEED = 'subscription { typingChanged { conversationId user { id } isTyping } }';

async function type(person: Person, conversationId: string, does: 'start' | 'stop' = 'start') {
  const { data } = await person.ask<Record<string, boolean>>(
    `mutation ($id: ID!) { does: ${does}Typing(conversationId: $id) }`,
    { id: conversationId },
  );
  return data['does'];
}

/** As if a second had passed since the person's last event. */
const passSecond = (talk: Talk, person: Person) => talk.redis.del(`chat:{${person.id}}:typed`);

test('the other side sees who writes, once, until that ends by itself after three seconds', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversationId = await ada.talkTo(ben);
  await using feed = await ben.listen<Change>(FEED);
  const change = { conversationId, user: { id: ada.id } };
  const first = feed.next();
  expect(await type(ada, conversationId)).toBe(true);
  expect((await first).typingChanged).toEqual({ ...change, isTyping: true });
  const startedAt = performance.now();
  const second = feed.next();
  expect((await second).typingChanged).toEqual({ ...change, isTyping: false });
  expect(performance.now() - startedAt).toBeGreaterThan(2_800);

  const stopping = feed.next();
  await passSecond(talk, ada);
  await type(ada, conversationId);
  expect((await stopping).typingChanged.isTyping).toBe(true);
  const stopped = feed.next();
  await passSecond(talk, ada);
  expect(await type(ada, conversationId, 'stop')).toBe(true);
  expect((await stopped).typingChanged).toEqual({ ...change, isTyping: false });
});

test('of many events of one user in a second, in any conversations, one passes', async () => {
  await using talk = await openTalk();
  const [ada, ben, eve] = [talk.person(), talk.person(), talk.person()];
  const conversations = [await ada.talkTo(ben), await ada.talkTo(eve)];
  const told = await Promise.all(
    Array.from({ length: 40 }, (_, index) => type(ada, conversations[index % 2] ?? '')),
  );
  expect(told.filter(Boolean)).toHaveLength(1);
});

test('nobody sees, or makes anybody see, writing in a conversation of others, or across a block', async () => {
  await using talk = await openTalk();
  const [ada, ben, eve] = [talk.person(), talk.person(), talk.person()];
  const conversationId = await ada.talkTo(ben);
  expect(await type(eve, conversationId)).toBe(false);
  await ben.ask('mutation ($id: ID!) { blockUser(userId: $id) { id } }', { id: ada.id });
  expect(await type(ada, conversationId)).toBe(false);
  expect(await type(ben, conversationId)).toBe(false);
});
