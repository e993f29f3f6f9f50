import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { v5 } from 'uuid';
import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import { keepListening } from './testing/keep-listening.ts';
import { signUp, type Person } from './testing/people.ts';

const SENDER = fileURLToPath(
  new URL('../subgraphs/chat/testing/sender-process.ts', import.meta.url),
);
/** Statements of a message are fewer; with more the sender lives. */
const MAX_STATEMENTS = 9;
const STORY_MS = 120_000;
const RETRY_MS = 100;
/** Whoever is not renewed so long has gone. */
const AWAY_AFTER_MS = 10_000;
/** What looking may take on a busy machine. */
const LOOK_MS = 3_000;

let graph: TestGraph;

beforeAll(async () => {
  graph = await startTestGraph();
}, 90_000);
afterAll(() => graph[Symbol.asyncDispose](), 60_000);

interface Heard {
  messageReceived: { conversationId: string; sequence: number; text: string };
}

async function startConversation(person: Person, other: Person): Promise<string> {
  const { startConversation: started } = await person.client.get<{
    startConversation: { id: string };
  }>('mutation ($id: ID!) { startConversation(userId: $id) { ... on Conversation { id } } }', {
    id: other.userId,
  });
  return started.id;
}

/** Sends under the client id of this text until somebody answers that it is stored, as a client does. */
async function send(person: Person, conversationId: string, text: string): Promise<void> {
  for (;;) {
    const answer = await person.client
      .ask<{ sendMessage: { __typename: string } } | null>(
        'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }',
        { input: { conversationId, clientId: v5(text, v5.URL), text } },
      )
      .catch(() => undefined);
    if (answer?.data?.sendMessage.__typename === 'Message') return;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}

/** A process of chat that ends itself, as `kill -9` does, before its n-th statement; for 0 before it answers. */
async function sendAndDie(person: Person, conversationId: string, text: string, dieAt: number) {
  const args = [graph.databaseUrl('chat'), conversationId, person.userId, String(dieAt)];
  const child = spawn(process.execPath, [SENDER, ...args], { stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${text}\n`);
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  return signal;
}

const lastOf = (heard: readonly Heard[]): number => heard.at(-1)?.messageReceived.sequence ?? 0;

/**
 * All messages of one conversation, wherever the socket broke. When chat dies and the gateway lives, the gateway goes on
 * behind what it has delivered: nothing is left out here.
 */
const listenTo = (person: Person, conversationId: string) =>
  keepListening<Heard>(graph.url, person.accessToken, (heard) => ({
    query: `subscription ($after: [ConversationPosition!]) {
        messageReceived(after: $after) { conversationId sequence text }
      }`,
    variables: { after: [{ conversationId, sequence: lastOf(heard) }] },
  }));

async function presenceOf(viewer: Person, conversationId: string) {
  const { data } = await viewer.client.ask<{
    conversation: { other: { presence: { isOnline: boolean; lastSeenAt: string | null } } };
  }>('query ($id: ID!) { conversation(id: $id) { other { presence { isOnline lastSeenAt } } } }', {
    id: conversationId,
  });
  return data.conversation.other.presence;
}

test(
  'two clients see one order without a gap or a double, though a process dies between any two steps, and chat and the gateway are killed',
  async () => {
    const [ada, ben] = [await signUp(graph, 'Ada'), await signUp(graph, 'Ben')];
    const conversationId = await startConversation(ada, ben);
    await using adas = listenTo(ada, conversationId);
    await using bens = listenTo(ben, conversationId);
    const isDistributed = graph.mode === 'distributed';
    const texts: string[] = [];
    const signals: (string | null)[] = [];
    for (let dieAt = 0; dieAt <= MAX_STATEMENTS; dieAt += 1) {
      const [own, other] = [`a-${dieAt}`, `b-${dieAt}`];
      const faults = [
        dieAt === 3 ? graph.killAndStart('chat') : undefined,
        dieAt === 6 && isDistributed ? graph.killAndStart('gateway') : undefined,
      ];
      const [signal] = await Promise.all([
        sendAndDie(ada, conversationId, own, dieAt),
        send(ben, conversationId, other),
        ...faults,
      ]);
      signals.push(signal);
      // Her client got no answer from the one that died, and asks another.
      await send(ada, conversationId, own);
      texts.push(own, other);
    }
    // That each step is a last one once is looked at beside the code: here some of them are.
    const deaths = signals.filter((signal) => signal === 'SIGKILL').length;
    expect(deaths).toBeGreaterThanOrEqual(3);

    await Promise.all([adas.until(texts.length), bens.until(texts.length)]);
    const order = adas.heard.map(({ messageReceived }) => messageReceived);
    expect(order.map(({ sequence }) => sequence)).toEqual(texts.map((_text, index) => index + 1));
    expect(order.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
    expect(bens.heard.map(({ messageReceived }) => messageReceived)).toEqual(order);
    // Killing broke their sockets, so that this was about coming back.
    expect(Math.min(adas.connections(), bens.connections())).toBeGreaterThan(1);
  },
  STORY_MS,
);

test(
  'who does not come back after a crash is away ten seconds after it, who comes back is there',
  async () => {
    const [ada, ben, cem] = [
      await signUp(graph, 'Ada'),
      await signUp(graph, 'Ben'),
      await signUp(graph, 'Cem'),
    ];
    const [withBen, withCem] = [
      await startConversation(ada, ben),
      await startConversation(ada, cem),
    ];
    const bens = listenTo(ben, withBen);
    await using cems = listenTo(cem, withCem);
    await until(async () => (await presenceOf(ada, withBen)).isOnline);
    await until(async () => (await presenceOf(ada, withCem)).isOnline);
    expect(cems.connections()).toBe(1);

    const killedAt = Date.now();
    const leaving = bens[Symbol.asyncDispose]();
    for (const name of graph.mode === 'distributed' ? ['chat', 'gateway'] : ['chat']) {
      await graph.killAndStart(name);
    }
    await leaving;
    const startedAfterMs = Date.now() - killedAt;
    await until(async () => !(await presenceOf(ada, withBen)).isOnline);
    // Nobody has renewed him since, whichever part it was that died.
    expect(Date.now() - killedAt).toBeLessThan(Math.max(AWAY_AFTER_MS, startedAfterMs) + LOOK_MS);

    await until(async () => (await presenceOf(ada, withBen)).lastSeenAt !== null);
    const { lastSeenAt } = await presenceOf(ada, withBen);
    expect(Date.parse(lastSeenAt ?? '')).toBeLessThan(killedAt + LOOK_MS);
    await until(async () => (await presenceOf(ada, withCem)).isOnline);
  },
  STORY_MS,
);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo().catch(() => false))) {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
  }
}
