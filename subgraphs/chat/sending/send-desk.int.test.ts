import { v7 as newId } from 'uuid';
import { untilBlocked } from '#platform/testing/blocked-sessions.ts';
import { MAX_WAIT_MS } from '../domain/send-pace.ts';
import { openTalk } from '../testing/talk.ts';
import { whileHeld } from '../testing/held-conversation.ts';
import { createSendDesk } from './send-desk.ts';

const SEND = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { __typename ... on Message { sequence } ... on ChatBusy { retryAfterMs } }
}`;

test('whoever would wait too long is told when to come again, and is then stored once', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  const again = { conversationId: conversation, clientId: newId(), text: 'second' };
  const first = await whileHeld(talk, conversation, async () => {
    const sending = ada.send(conversation, 'first');
    await untilBlocked(talk.db);
    // The clock of the process: until the group that waits has waited too long.
    while (talk.sendRefusalMs() === 0) await untilBlocked(talk.db);
    const { data } = await ada.ask<{ sendMessage: object }>(SEND, { input: again });
    expect(data.sendMessage).toEqual({
      __typename: 'ChatBusy',
      retryAfterMs: expect.any(Number) as number,
    });
    return { sending };
  });
  expect(await first.sending).toBe(1);

  const tries = await Promise.all([1, 2].map(() => ada.ask(SEND, { input: again })));
  expect(tries).toMatchObject([1, 2].map(() => ({ data: { sendMessage: { sequence: 2 } } })));
  expect(await ben.read(conversation)).toEqual(['1 first', '2 second']);
});

test('what is refused does not count as one of the messages that somebody may send', async () => {
  await using talk = await openTalk({ sendRefusalMs: () => 700 });
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);

  expect(await ada.send(conversation, 'hello')).toBe('ChatBusy');
  expect(talk.taken).toEqual([]);
});

test('a desk that is slow refuses by what its groups take, and takes again when it is through', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversationId = await ada.talkTo(ben);
  let at = 0;
  // Each look at the clock is half of the wait that is allowed: so a group takes as long.
  const desk = createSendDesk(talk, () => (at += MAX_WAIT_MS / 2));
  const message = (text: string) =>
    desk.send({
      conversationId,
      senderId: ada.id,
      clientId: newId(),
      text,
      mediaId: null,
      replyToSequence: null,
    });
  const sent = [message('one'), message('two')];
  while (desk.refusalMs() === 0) await new Promise((turn) => setImmediate(turn));
  await Promise.all(sent);

  expect(desk.refusalMs()).toBe(0);
  expect(await ben.read(conversationId)).toEqual(['1 one', '2 two']);
});
