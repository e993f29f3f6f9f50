import { v7 as newId } from 'uuid';
import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import { signUp, type Person } from './testing/people.ts';

let graph: TestGraph;

beforeAll(async () => {
  graph = await startTestGraph();
}, 90_000);
afterAll(() => graph[Symbol.asyncDispose](), 60_000);

interface Heard {
  messageReceived: { sequence: number; text: string; sender: { name: string } };
}

async function send(person: Person, conversationId: string, text: string): Promise<void> {
  const { sendMessage } = await person.client.get<{ sendMessage: { __typename: string } }>(
    `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }`,
    { input: { conversationId, clientId: newId(), text } },
  );
  expect(sendMessage.__typename).toBe('Message');
}

test('two people write to each other, and one who comes back hears what was missed and what is new', async () => {
  const [ada, ben] = [await signUp(graph, 'Ada'), await signUp(graph, 'Ben')];
  const { startConversation: conversation } = await ada.client.get<{
    startConversation: { id: string; other: { name: string } };
  }>(
    `mutation ($id: ID!) {
      startConversation(userId: $id) { ... on Conversation { id other { name } } }
    }`,
    { id: ben.userId },
  );
  expect(conversation.other.name).toBe('Ben');
  for (const text of ['one', 'two', 'three']) await send(ada, conversation.id, text);

  const heard = ben.client.follow<Heard>(
    `subscription ($after: [ConversationPosition!]) {
      messageReceived(after: $after) { sequence text sender { name } }
    }`,
    { after: [{ conversationId: conversation.id, sequence: 1 }] },
    ({ messageReceived }) => messageReceived.text === 'five',
  );
  await send(ben, conversation.id, 'four');
  await send(ada, conversation.id, 'five');
  expect((await heard).map(({ messageReceived }) => messageReceived)).toEqual([
    { sequence: 2, text: 'two', sender: { name: 'Ada' } },
    { sequence: 3, text: 'three', sender: { name: 'Ada' } },
    { sequence: 4, text: 'four', sender: { name: 'Ben' } },
    { sequence: 5, text: 'five', sender: { name: 'Ada' } },
  ]);

  const { conversations } = await ben.client.get<{
    conversations: { edges: { node: { unreadCount: number; other: { name: string } } }[] };
  }>('{ conversations { edges { node { unreadCount other { name } } } } }');
  expect(conversations.edges).toEqual([{ node: { unreadCount: 4, other: { name: 'Ada' } } }]);
});
