import { v7 as newId } from 'uuid';
import type { Envelope } from '#platform/bus/bus.ts';
import { createWordsConsumer } from './events/words.consumer.ts';
import { openTalk, type Talk } from './testing/talk.ts';

type Person = ReturnType<Talk['person']>;

async function find(person: Person, filter: object, page: object = {}) {
  const { data, codes } = await person.ask<{
    searchMessages: {
      edges: {
        cursor: string;
        node: { message: { text: string | null }; highlights: { start: number; length: number }[] };
      }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  }>(
    `query ($filter: MessageFilter!, $first: Int, $after: String) {
      searchMessages(filter: $filter, first: $first, after: $after) {
        edges { node { message { text } highlights { start length } } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    { filter, ...page },
  );
  if (codes !== undefined) return { codes, texts: [], marked: [], end: null };
  const { edges, pageInfo } = data.searchMessages;
  return {
    codes,
    texts: edges.map(({ node }) => node.message.text),
    marked: edges.map(({ node: { message, highlights } }) =>
      highlights.map(({ start, length }) => message.text?.slice(start, start + length)),
    ),
    end: pageInfo.hasNextPage ? pageInfo.endCursor : null,
  };
}

/** Handles what is in the outbox, as the bus would bring it; `repeats` times. */
async function deliverWords(talk: Talk, repeats = 1): Promise<void> {
  const rows = await talk.db
    .selectFrom('outbox')
    .select(['topic', 'envelope'])
    .where('topic', '=', 'message-events')
    .execute();
  const events = rows.map(({ envelope }) => envelope as unknown as Envelope);
  for (let round = 0; round < repeats; round += 1) {
    await createWordsConsumer(talk.db).handle(events);
  }
}

test("words are found by their beginning, ranked and marked, in one's own conversations alone", async () => {
  await using talk = await openTalk();
  const [ada, ben, eve] = [talk.person(), talk.person(), talk.person()];
  const own = await ada.talkTo(ben);
  const secret = await ben.talkTo(eve);
  await ada.send(own, 'Shall we meet at the HARBOUR 🚢 tomorrow?');
  await ben.send(own, 'harbour, harbour, harbour!');
  await ben.send(own, '<b>nothing</b> of the kind');
  await ben.send(secret, 'Ada wants to go to the harbour');
  await deliverWords(talk, 2);

  const found = await find(ada, { words: 'harb' });
  expect(found.texts).toEqual([
    'harbour, harbour, harbour!',
    'Shall we meet at the HARBOUR 🚢 tomorrow?',
  ]);
  expect(found.marked).toEqual([['harbour', 'harbour', 'harbour'], ['HARBOUR']]);
  expect((await find(ada, { words: 'tomorrow harbour' })).texts).toHaveLength(1);
  expect((await find(ada, { words: 'harbour', conversationId: secret })).texts).toEqual([]);
  expect((await find(eve, { words: 'nothing' })).texts).toEqual([]);
  expect((await find(ada, { words: 'nothing' })).marked).toEqual([['nothing']]);
  expect((await find(ada, { words: `'; drop table message; -- & ! | (` })).texts).toEqual([]);
});

test('sender, type and dates narrow it, pages follow each other without a gap or a repeat', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  const times: string[] = [];
  for (let index = 0; index < 7; index += 1) {
    talk.wait(60_000);
    times.push(talk.now().toISOString());
    await (index % 2 === 0 ? ada : ben).send(conversation, `cake ${index}`);
  }
  await deliverWords(talk);
  expect((await find(ben, { words: 'cake', senderId: ben.id })).texts).toEqual([
    'cake 5',
    'cake 3',
    'cake 1',
  ]);
  expect((await find(ada, { from: times[2], before: times[4] })).texts).toEqual([
    'cake 3',
    'cake 2',
  ]);
  expect((await find(ada, { type: 'IMAGE' })).texts).toEqual([]);
  expect((await find(ada, {})).codes).toEqual(['BAD_USER_INPUT']);

  const seen: (string | null)[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof find>> = await find(
      ada,
      { words: 'cake' },
      { first: 3, after },
    );
    seen.push(...page.texts);
    after = page.end;
  } while (after !== null);
  expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((index) => `cake ${index}`));
});

test('what is edited is found by what it says now, what is deleted not at all, in whatever order it is told', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversation = await ada.talkTo(ben);
  await ada.send(conversation, 'apples', newId());
  await ada.send(conversation, 'plums', newId());
  await deliverWords(talk);
  await ada.ask(
    'mutation ($input: EditMessageInput!) { editMessage(input: $input) { __typename } }',
    {
      input: { conversationId: conversation, sequence: 1, text: 'pears' },
    },
  );
  await ada.ask(
    'mutation ($id: ID!) { deleteMessage(conversationId: $id, sequence: 2) { __typename } }',
    { id: conversation },
  );
  // At once, before anybody has told the index.
  expect((await find(ben, { words: 'plums' })).texts).toEqual([]);
  const rows = await talk.db.selectFrom('outbox').select('envelope').execute();
  const events = rows.map(({ envelope }) => envelope as unknown as Envelope);
  const messages = events.filter(({ type }) => type.startsWith('message.'));
  await createWordsConsumer(talk.db).handle(messages.toReversed());
  expect((await find(ben, { words: 'apples' })).texts).toEqual([]);
  expect((await find(ben, { words: 'pears' })).texts).toEqual(['pears']);
  expect((await find(ben, { words: 'plums' })).texts).toEqual([]);
});
