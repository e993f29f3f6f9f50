import { setImmediate as turn } from 'node:timers/promises';
import { sendMessages } from '../sending/send-messages.ts';
import { openTalk, type Talk } from '../testing/talk.ts';

const FEED = `subscription ($after: [ConversationPosition!]) {
  messageReceived(after: $after) { conversationId sequence text }
}`;

interface Fed {
  messageReceived: { conversationId: string; sequence: number; text: string };
}

type Person = ReturnType<Talk['person']>;

const feedOf = (person: Person, after?: { conversationId: string; sequence: number }[]) =>
  person.listen<Fed>(FEED, after && { after });

const message = (conversationId: string, sender: Person, text: string, clientId: string) => ({
  conversationId,
  senderId: sender.id,
  clientId,
  text,
  mediaId: null,
  replyToSequence: null,
});

async function take(feed: { next: () => Promise<Fed> }, count: number): Promise<string[]> {
  const texts: string[] = [];
  for (let left = count; left > 0; left--) texts.push((await feed.next()).messageReceived.text);
  return texts;
}

test('both sides hear of every message in order, the sender on other devices too', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  await using adas = await feedOf(ada);
  await using bens = await feedOf(ben);
  const [first, second] = [take(adas, 3), take(bens, 3)];
  await turn();
  for (const text of ['one', 'two', 'three']) await ada.send(conversation, text);

  expect(await first).toEqual(['one', 'two', 'three']);
  expect(await second).toEqual(['one', 'two', 'three']);
});

test('who comes back gets exactly what was missed in every conversation, then what is new', async () => {
  await using talk = await openTalk();
  const [ada, ben, cem] = [talk.person(), talk.person(), talk.person()];
  const [withBen, withCem] = [await ada.talkTo(ben), await ada.talkTo(cem)];
  await sendMessages(
    talk,
    Array.from({ length: 250 }, (_, index) => message(withBen, ben, `b${index + 1}`, talk.newId())),
  );
  await cem.send(withCem, 'c1');

  await using feed = await feedOf(ada, [{ conversationId: withBen, sequence: 20 }]);
  const missed = await take(feed, 231);
  expect(missed).toEqual([...Array.from({ length: 230 }, (_, index) => `b${index + 21}`), 'c1']);
  await cem.send(withCem, 'c2');
  expect(await take(feed, 1)).toEqual(['c2']);
});

test('messages that arrive while the missed ones are read are neither lost nor repeated', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  for (let count = 1; count <= 5; count++) await ben.send(conversation, `m${count}`);
  await using feed = await feedOf(ada, [{ conversationId: conversation, sequence: 0 }]);
  expect(await take(feed, 2)).toEqual(['m1', 'm2']);
  for (let count = 6; count <= 8; count++) await ben.send(conversation, `m${count}`);

  expect(await take(feed, 6)).toEqual(['m3', 'm4', 'm5', 'm6', 'm7', 'm8']);
});

test('a message that was stored and never published comes with the next one, in its place', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  await using feed = await feedOf(ada);
  const heard = take(feed, 3);
  await turn();
  await ben.send(conversation, 'm1');
  await sendMessages(talk, [message(conversation, ben, 'm2', talk.newId())]);
  await ben.send(conversation, 'm3');

  expect(await heard).toEqual(['m1', 'm2', 'm3']);
});

test('a message whose process died before it told anybody is heard when its sender tries again, and once', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  await using feed = await feedOf(ada);
  const heard = take(feed, 1);
  await turn();
  const clientId = talk.newId();
  await sendMessages(talk, [message(conversation, ben, 'm1', clientId)]);
  for (let tries = 0; tries < 3; tries += 1) await ben.send(conversation, 'm1', clientId);
  expect(await heard).toEqual(['m1']);
  await ben.send(conversation, 'm2');
  expect(await take(feed, 1)).toEqual(['m2']);
  expect(await ben.send(conversation, 'm1', clientId)).toBe(1);
});

test('nobody hears what is said in conversations of others', async () => {
  await using talk = await openTalk();
  const [ada, ben, eve] = [talk.person(), talk.person(), talk.person()];
  const [secret, own] = [await ada.talkTo(ben), await eve.talkTo(ada)];
  await ada.send(secret, 'between us');
  await using feed = await feedOf(eve, [{ conversationId: secret, sequence: 0 }]);
  await ada.send(secret, 'still between us');
  await ada.send(own, 'hello eve');

  expect(await take(feed, 1)).toEqual(['hello eve']);
});
