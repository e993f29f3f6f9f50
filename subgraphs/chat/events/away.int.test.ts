import type { Envelope } from '#platform/bus/bus.ts';
import { AWAY_AFTER_MS } from '../presence/presence.ts';
import { tellAway } from '../jobs/tell-away.ts';
import { openTalk, type Talk } from '../testing/talk.ts';
import { createActivityConsumer } from './activity.consumer.ts';
import { createAwayConsumer } from './away.consumer.ts';
import { silentLog } from '#platform/telemetry/log.ts';

async function events(talk: Talk, ...topics: string[]): Promise<Envelope[]> {
  const rows = await talk.db
    .selectFrom('outbox')
    .select('envelope')
    .where('topic', 'in', topics)
    .orderBy('id')
    .execute();
  return rows.map(({ envelope }) => envelope as unknown as Envelope);
}

const deliver = async (talk: Talk) =>
  createAwayConsumer({ ...talk, db: talk.db }).handle(
    await events(talk, 'message-events', 'status-events'),
  );
const told = async (talk: Talk) =>
  (await events(talk, 'away-events')).map(({ data }) => data as Record<string, unknown>);

test('somebody who is away is told once a conversation, when messages have gathered, and again only after reading', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversationId = await ada.talkTo(ben);
  for (const text of ['one', 'two', 'three']) await ada.send(conversationId, text);
  await deliver(talk);
  await deliver(talk);
  await tellAway(talk);
  expect(await told(talk)).toEqual([]);
  talk.wait(talk.pushAfterMs);
  await Promise.all(Array.from({ length: 4 }, () => tellAway(talk)));
  const first = { userId: ben.id, senderId: ada.id, conversationId, firstSequence: 1 };
  expect(await told(talk)).toEqual([{ ...first, lastSequence: 3 }]);

  await ada.send(conversationId, 'four');
  await deliver(talk);
  talk.wait(talk.pushAfterMs);
  await tellAway(talk);
  expect(await told(talk)).toHaveLength(1);

  await ben.ask(
    'mutation ($position: ConversationPosition!) { markConversationRead(position: $position) { id } }',
    { position: { conversationId, sequence: 4 } },
  );
  // All of it again, late: what was read wakes nobody.
  await deliver(talk);
  talk.wait(talk.pushAfterMs);
  await tellAway(talk);
  expect(await told(talk)).toHaveLength(1);
  await ada.send(conversationId, 'five');
  await deliver(talk);
  talk.wait(talk.pushAfterMs);
  await tellAway(talk);
  expect(await told(talk)).toMatchObject([{}, { firstSequence: 5, lastSequence: 5 }]);
});

test('nobody is told who is there, and who vanished with messages on the way is', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const conversationId = await ada.talkTo(ben);
  const close = talk.presence.open(ben.id);
  await talk.presence.beat();
  await ada.send(conversationId, 'one');
  await deliver(talk);
  talk.wait(talk.pushAfterMs);
  await tellAway(talk);
  expect(await told(talk)).toEqual([]);
  close();
  talk.wait(AWAY_AFTER_MS);
  await talk.presence.beat();
  talk.wait(talk.pushAfterMs);
  await tellAway(talk);
  expect(await told(talk)).toMatchObject([{ userId: ben.id, firstSequence: 1, lastSequence: 1 }]);
});

test('activity counts each message and delivery once, however often it is told, for those who may see it', async () => {
  await using talk = await openTalk();
  const [ada, ben, root] = [talk.person(), talk.person(), talk.person(['chat:read'])];
  const conversationId = await ada.talkTo(ben);
  for (let index = 0; index < 10; index += 1) await ada.send(conversationId, `${index}`);
  talk.wait(250);
  await ben.ask(
    'mutation ($positions: [ConversationPosition!]!) { acknowledgeMessages(positions: $positions) }',
    { positions: [{ conversationId, sequence: 10 }] },
  );
  const consumer = createActivityConsumer({ ...talk, log: silentLog });
  const all = await events(talk, 'message-events', 'status-events');
  await Promise.all([consumer.handle(all), consumer.handle(all), consumer.handle(all)]);
  talk.wait(2_000);
  const query = `{ chatActivity(minutes: 1) {
    onlineUsers activeUsers messagesPerSecond averageDeliveryMs minutes { messages deliveries }
  } }`;
  expect((await root.ask(query)).data).toEqual({
    chatActivity: {
      onlineUsers: 0,
      activeUsers: 1,
      messagesPerSecond: 1,
      averageDeliveryMs: 250,
      minutes: [{ messages: 10, deliveries: 1 }],
    },
  });
  expect((await ada.ask(query)).codes).toEqual(['FORBIDDEN']);
  await using seen = await root.listen<{ chatActivityChanged: { activeUsers: number } }>(
    'subscription { chatActivityChanged { activeUsers } }',
  );
  expect(await seen.next()).toEqual({ chatActivityChanged: { activeUsers: 1 } });
});

test('a report is decided once; what is deleted is gone for both', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  const root = talk.person(['chat:read', 'chat:moderate']);
  const conversationId = await ada.talkTo(ben);
  await ada.send(conversationId, 'something bad');
  await ben.ask('mutation ($input: ReportMessageInput!) { reportMessage(input: $input) }', {
    input: { conversationId, sequence: 1, reason: 'it is bad' },
  });
  const list = `query ($isResolved: Boolean) { messageReports(isResolved: $isResolved) {
    edges { node { id text reason sender { id } resolution } }
  } }`;
  type Listed = {
    messageReports: { edges: { node: { id: string; resolution: string | null } }[] };
  };
  const open = await root.ask<Listed>(list);
  expect(open.data.messageReports.edges).toMatchObject([
    { node: { text: 'something bad', reason: 'it is bad', sender: { id: ada.id } } },
  ]);
  const id = open.data.messageReports.edges[0]?.node.id;
  const resolve = (person: typeof root, resolution: string) =>
    person.ask<{ resolveMessageReport: { resolution: string } }>(
      `mutation ($id: ID!, $resolution: ReportResolution!) {
        resolveMessageReport(id: $id, resolution: $resolution) { resolution }
      }`,
      { id, resolution },
    );
  expect((await resolve(ben, 'DELETED')).codes).toEqual(['FORBIDDEN']);
  expect((await ben.ask(list)).codes).toEqual(['FORBIDDEN']);
  await resolve(root, 'DELETED');
  expect((await resolve(root, 'KEPT')).data.resolveMessageReport.resolution).toBe('DELETED');
  expect((await root.ask<Listed>(list)).data.messageReports.edges).toEqual([]);
  expect(
    (await root.ask<Listed>(list, { isResolved: true })).data.messageReports.edges,
  ).toHaveLength(1);
  expect(await ben.read(conversationId)).toEqual(['1 null']);
});
