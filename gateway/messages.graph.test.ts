import { randomUUID } from 'node:crypto';
import { startTestGraph, type TestGraph } from '../host/testing/test-graph.ts';
import { runSql, signUp, signUpAdmin, type Person } from './testing/people.ts';
import { eventually } from './testing/shop.ts';

let graph: TestGraph;
let admin: Person;

beforeAll(async () => {
  graph = await startTestGraph();
  admin = await signUpAdmin(graph);
}, 90_000);
afterAll(() => graph[Symbol.asyncDispose](), 60_000);

const MESSAGES = `{ accountsMessages {
  groups { name lag deadLetters }
  deadLetters { edges { node { id group topic type key error attempts state } } }
} ordersMessages { name groups { name } } }`;

interface Letter {
  id: string;
  group: string;
  key: string;
  error: string;
  attempts: number;
}

interface Messages {
  accountsMessages: {
    groups: { name: string; lag: number | null; deadLetters: number }[];
    deadLetters: { edges: { node: Letter }[] };
  };
  ordersMessages: { name: string; groups: { name: string }[] };
}

const openLetters = async () => {
  const { accountsMessages } = await admin.client.get<Messages>(MESSAGES);
  return accountsMessages.deadLetters.edges.map(({ node }) => node);
};

/** An event that no consumer can read, as a part would publish it. */
async function publishPoison(): Promise<string> {
  const [id, key] = [randomUUID(), randomUUID()];
  const envelope = { id, type: 'user.registered', key, time: new Date().toISOString(), data: {} };
  await runSql(
    graph.databaseUrl('accounts'),
    `insert into outbox (topic, key, envelope) values ('user-events', $1, $2::jsonb)`,
    [key, JSON.stringify(envelope)],
  );
  return key;
}

test('what a part cannot handle is shown with its error, redriven, and at last discarded', async () => {
  const key = await publishPoison();
  const isThere = (letters: Letter[]) => letters.some((each) => each.key === key);
  const [letter] = await eventually(openLetters, isThere, 60_000);
  expect(letter).toMatchObject({ group: 'accounts.notifications', key, attempts: 8 });
  expect(letter?.error).toContain('userId');

  const REDRIVE = `mutation ($input: RedriveDeadLettersInput!) {
    redriveAccountsDeadLetters(input: $input) { redriven { id state } } }`;
  expect(await admin.client.get(REDRIVE, { input: { group: 'accounts.notifications' } })).toEqual({
    redriveAccountsDeadLetters: { redriven: [{ id: letter?.id, state: 'REDRIVEN' }] },
  });

  // Nothing was mended: it fails again, as another letter.
  const [again] = await eventually(openLetters, isThere, 60_000);
  expect(again?.id).not.toBe(letter?.id);
  const DISCARD = `mutation ($input: DiscardDeadLettersInput!) {
    discardAccountsDeadLetters(input: $input) { discarded { state reason decidedBy } } }`;
  const input = { ids: [again?.id], reason: 'a test' };
  expect(await admin.client.get(DISCARD, { input })).toEqual({
    discardAccountsDeadLetters: {
      discarded: [{ state: 'DISCARDED', reason: 'a test', decidedBy: admin.userId }],
    },
  });
  expect(await openLetters()).toEqual([]);
}, 150_000);

test('the groups of every part are shown with their lag, to administrators alone', async () => {
  const messages = await eventually(
    () => admin.client.get<Messages>(MESSAGES),
    ({ accountsMessages }) => accountsMessages.groups.every(({ lag }) => lag === 0),
  );
  const names = messages.accountsMessages.groups.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['accounts.mailer', 'accounts.mailer.high', 'accounts.mailer.low']),
  );
  expect(messages.ordersMessages.groups.map(({ name }) => name)).toContain('orders.saga');

  const ada = await signUp(graph);
  const { errors } = await ada.client.ask(MESSAGES);
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});
