import { createPresence, AWAY_AFTER_MS } from './presence.ts';
import { openTalk, type Talk } from '../testing/talk.ts';

type Person = ReturnType<Talk['person']>;
interface Change {
  presenceChanged: { user: { id: string }; isOnline: boolean; lastSeenAt: string | null };
}

const FEED = 'subscription { messageReceived { sequence } }';
const CHANGES = 'subscription { presenceChanged { user { id } isOnline lastSeenAt } }';

async function presenceOf(viewer: Person, of: { id: string }) {
  const { data } = await viewer.ask<{ users: { presence: unknown }[] }>(
    `query ($of: [_Any!]!) { users: _entities(representations: $of) {
      ... on User { presence { isOnline lastSeenAt } }
    } }`,
    { of: [{ __typename: 'User', id: of.id }] },
  );
  return data.users[0]?.presence;
}

/** Another process with its own streams, on the same Redis. */
const otherProcess = (talk: Talk) => createPresence(talk);

test('somebody is there while a client receives messages, and 10 seconds after the last one', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  await ada.talkTo(ben);
  await using there = new AsyncDisposableStack();
  there.use(await ada.listen(FEED));
  await using changes = await ada.listen<Change>(CHANGES);
  const coming = changes.next();
  {
    await using phone = new AsyncDisposableStack();
    phone.use(await ben.listen(FEED));
    expect((await coming).presenceChanged).toEqual({
      user: { id: ben.id },
      isOnline: true,
      lastSeenAt: null,
    });
    await using laptop = new AsyncDisposableStack();
    laptop.use(await ben.listen(FEED));
    talk.wait(AWAY_AFTER_MS * 2);
    await talk.presence.beat();
    expect(await presenceOf(ada, ben)).toEqual({ isOnline: true, lastSeenAt: null });
  }
  const left = talk.now().toISOString();
  const leaving = changes.next();
  talk.wait(AWAY_AFTER_MS - 1);
  expect(await presenceOf(ada, ben)).toMatchObject({ isOnline: true });
  talk.wait(1);
  await talk.presence.beat();
  expect((await leaving).presenceChanged).toEqual({
    user: { id: ben.id },
    isOnline: false,
    lastSeenAt: left,
  });
  expect(await presenceOf(ada, ben)).toEqual({ isOnline: false, lastSeenAt: left });
});

test('a storm of reconnections changes nothing, and nobody hears of it', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  await ada.talkTo(ben);
  const other = otherProcess(talk);
  await using there = new AsyncDisposableStack();
  there.use(await ada.listen(FEED));
  await talk.presence.beat();
  const told: string[] = [];
  const live = await talk.live.subscribe<string>(`chat:user:${ada.id}:presence`);
  const listening = (async () => {
    for await (const change of live) told.push(JSON.stringify(change));
  })();
  for (let round = 0; round < 20; round += 1) {
    const close = (round % 2 === 0 ? talk.presence : other).open(ben.id);
    talk.wait(400);
    await Promise.all([talk.presence.beat(), other.beat()]);
    close();
  }
  await talk.live.publish(`chat:user:${ada.id}:presence`, 'END');
  while (!told.includes('"END"')) await new Promise((turn) => setImmediate(turn));
  await live.return?.();
  await listening;
  expect(told).toEqual([expect.stringContaining('"isOnline":true'), '"END"']);
});

test('who was with a process that was killed is gone soon, told once by one of the others', async () => {
  await using talk = await openTalk();
  const [ada, ben] = [talk.person(), talk.person()];
  await ada.talkTo(ben);
  const killed = otherProcess(talk);
  killed.open(ben.id);
  await killed.beat();
  await using there = new AsyncDisposableStack();
  there.use(await ada.listen(FEED));
  await talk.presence.beat();
  const survivor = otherProcess(talk);
  talk.wait(AWAY_AFTER_MS + 1);
  const told: unknown[] = [];
  const live = await talk.live.subscribe(`chat:user:${ada.id}:presence`);
  await Promise.all([talk.presence.beat(), survivor.beat()]);
  await talk.live.publish(`chat:user:${ada.id}:presence`, 'END');
  for await (const change of live) {
    if (change === 'END') break;
    told.push(change);
  }
  expect(told).toHaveLength(1);
  expect(await presenceOf(ada, ben)).toMatchObject({ isOnline: false });
});

test('strangers, and those between whom there is a block, see nothing of each other', async () => {
  await using talk = await openTalk();
  const [ada, ben, eve] = [talk.person(), talk.person(), talk.person()];
  await ada.talkTo(ben);
  await using there = new AsyncDisposableStack();
  there.use(await ben.listen(FEED));
  await talk.presence.beat();
  expect(await presenceOf(ada, ben)).toMatchObject({ isOnline: true });
  expect(await presenceOf(eve, ben)).toBeNull();
  await eve.ask('mutation ($id: ID!) { addContact(userId: $id) { id } }', { id: ben.id });
  expect(await presenceOf(eve, ben)).toBeNull();
  await ben.ask('mutation ($id: ID!) { blockUser(userId: $id) { id } }', { id: ada.id });
  expect(await presenceOf(ada, ben)).toBeNull();
  expect(await presenceOf(ben, ada)).toBeNull();
});
