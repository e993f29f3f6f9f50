import type { TalkServer } from './talk-server.ts';
import { createTalk } from './talk.ts';
import { conversation, message } from './testing/messages.ts';

const own = { __typename: 'User', id: 'ada', name: 'Ada' } as const;

function talking(change: Partial<TalkServer> = {}) {
  const told: unknown[] = [];
  const timers: (() => void)[] = [];
  const server: TalkServer = {
    listConversations: async () => ({
      conversations: [conversation('c1', { lastSequence: 3 }), conversation('c2')],
      next: undefined,
    }),
    findConversation: async (id) => conversation(id, { lastSequence: 1, unreadCount: 1 }),
    fetchMessages: async () => [],
    send: async () => ({ kind: 'STORED', message: message(5, { sender: own, clientId: 'id' }) }),
    acknowledge: async (positions) => told.push(...positions),
    markRead: async ({ sequence }) => ({
      unreadCount: 0,
      ownReceipt: { deliveredSequence: sequence, readSequence: sequence },
    }),
    describe: String,
    ...change,
  };
  const talk = createTalk({
    server,
    viewerId: 'ada',
    schedule: (run) => {
      timers.push(run);
      return () => undefined;
    },
    newId: () => 'id',
    now: () => new Date(0),
  });
  const run = async () => {
    for (const timer of timers.splice(0)) timer();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const first = () => talk.view().conversations.find(({ id }) => id === 'c1');
  return { talk, told, run, first };
}

test('positions are where the feed is: not ahead of it when the answer to a sending was faster', async () => {
  const { talk, run } = talking();
  await talk.load();
  expect(talk.positions()).toEqual([
    { conversationId: 'c1', sequence: 3 },
    { conversationId: 'c2', sequence: 0 },
  ]);
  talk.outbox.send({ conversationId: 'c1', text: 'hi', mediaId: null, replyToSequence: null });
  await run();
  // Stored as the fifth; the fourth has not come yet and must not be left out after an interruption.
  expect(talk.view().conversations[0]).toMatchObject({ lastSequence: 5 });
  expect(talk.positions()).toContainEqual({ conversationId: 'c1', sequence: 3 });
  talk.receive(message(4));
  talk.receive(message(5, { sender: own }));
  expect(talk.positions()).toContainEqual({ conversationId: 'c1', sequence: 5 });
});

test('a message that comes again is neither counted nor shown twice', async () => {
  const { talk, first } = talking();
  await talk.load();
  for (const sequence of [4, 5, 4, 5]) talk.receive(message(sequence));
  expect(first()).toMatchObject({ unreadCount: 2, lastSequence: 5 });
});

test("what has come is acknowledged in one request, the furthest of each conversation; one's own is not", async () => {
  const { talk, told, run } = talking();
  await talk.load();
  await run();
  told.length = 0;
  for (const sequence of [4, 5]) talk.receive(message(sequence));
  talk.receive(message(1, { conversationId: 'c2', sender: own }));
  await run();
  expect(told).toEqual([{ conversationId: 'c1', sequence: 5 }]);
});

test('a conversation that somebody has just begun is found', async () => {
  const { talk, run } = talking();
  await talk.load();
  talk.receive(message(1, { conversationId: 'new' }));
  await run();
  expect(talk.view().conversations.map(({ id }) => id)).toContain('new');
});

test('an answer to the list that was overtaken does not take a message back', async () => {
  const { talk, first } = talking();
  await talk.load();
  talk.receive(message(4));
  await talk.load();
  expect(first()).toMatchObject({ lastSequence: 4, unreadCount: 1 });
});

test('reading is told once, and what the server then counts is shown', async () => {
  const { talk, run, first } = talking();
  await talk.load();
  talk.receive(message(4));
  talk.read({ conversationId: 'c1', sequence: 4 });
  await run();
  expect(first()).toMatchObject({ unreadCount: 0, ownReceipt: { readSequence: 4 } });
});

test('ticks only rise, and are of the other side', async () => {
  const { talk, first } = talking();
  await talk.load();
  talk.receipt('c1', 'ben', { deliveredSequence: 3, readSequence: 2 });
  talk.receipt('c1', 'ben', { deliveredSequence: 2, readSequence: 2 });
  talk.receipt('c1', 'ada', { deliveredSequence: 3, readSequence: 3 });
  expect(first()?.otherReceipt).toMatchObject({ deliveredSequence: 3, readSequence: 2 });
});

test('a list that cannot be read says so, and can be read again', async () => {
  let isAway = true;
  const { talk } = talking({
    listConversations: async () => {
      if (isAway) throw new Error('away');
      return { conversations: [conversation('c1')], next: undefined };
    },
  });
  await talk.load();
  expect(talk.view()).toMatchObject({ phase: 'failed', error: new Error('away') });
  isAway = false;
  await talk.load();
  expect(talk.view()).toMatchObject({ phase: 'ready', error: undefined });
});
