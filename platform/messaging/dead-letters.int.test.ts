import { randomUUID } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { silentLog } from '#platform/telemetry/log.ts';
import { events, numberOf } from '../bus/testing/events.ts';
import type { UserViewer, Viewer } from '../identity/viewer.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { createDeadLetterKeeper } from './dead-letter-keeper.ts';
import { countDeadLetters, listDeadLetters, purgeDeadLetters } from './dead-letter.repository.ts';
import { toDeadLetterMessage, toRedrivenMessage, type DeadLetter } from './dead-letters.ts';
import { createMessageDesk } from './message-desk.ts';
import { appendToOutbox } from './outbox.ts';
import { redriveDeadLetters } from './redrive.ts';
import type { MessagingTables } from './tables.ts';

const NOON = new Date('2026-03-01T12:00:00.000Z');
const GROUP = 'shop.effect';
const ALL = { group: GROUP, limit: 1_000 };
const decision = { at: NOON, by: 'ada' };

let database: TestDatabase<MessagingTables>;
beforeEach(async () => void (database = await testDatabase<MessagingTables>()));
afterEach(() => database[Symbol.asyncDispose]());

const keeper = () =>
  createDeadLetterKeeper({
    subgraph: 'shop',
    groups: [GROUP],
    store: database.store,
    log: silentLog,
    newId,
  });

function letterOf(n: number, change: Partial<DeadLetter> = {}): DeadLetter {
  const [message] = events('things', 1, { first: n });
  if (message === undefined) throw new Error('an event is needed');
  const { topic, envelope } = message;
  const failedAt = new Date(NOON.getTime() + n * 1_000).toISOString();
  return { group: GROUP, topic, envelope, error: 'no', attempts: 8, failedAt, ...change };
}

const keep = (...letters: DeadLetter[]) =>
  keeper().handle(letters.map((letter) => toDeadLetterMessage(letter).envelope));
const open = (group?: string) =>
  listDeadLetters(database.db, { group, state: 'OPEN' }, { first: 100, after: undefined });
const redrive = (choice: Parameters<typeof redriveDeadLetters>[1] = ALL) =>
  database.store.transact((tx) => redriveDeadLetters(tx, choice, decision));
const published = () => database.db.selectFrom('outbox').select(['topic', 'envelope']).execute();

test('keeps a letter once, however often it comes', async () => {
  const letter = letterOf(1);
  const later = { ...letter, failedAt: new Date(NOON.getTime() + 60_000).toISOString() };
  await keep(letter, letter);
  await Promise.all([keep(letter), keep(later), keep(later)]);

  expect(await open()).toHaveLength(1);
  expect(await countDeadLetters(database.db)).toEqual(new Map([[GROUP, 1]]));
});

test('skips what is no dead letter, and keeps the rest of the batch', async () => {
  const { envelope } = toDeadLetterMessage(letterOf(1));
  await keeper().handle([{ ...envelope, data: { group: 3 } }, envelope]);

  expect(await open()).toHaveLength(1);
});

test('redrives for the group that failed, to the topic it came from', async () => {
  const letter = letterOf(1);
  await keep(letter);

  expect(await redrive()).toMatchObject([{ state: 'REDRIVEN', decidedBy: 'ada', decidedAt: NOON }]);

  expect(await published()).toEqual([
    { topic: 'things', envelope: { ...letter.envelope, onlyFor: GROUP } },
  ]);
  expect(await open()).toEqual([]);
});

test('a letter that comes again after it was redriven stays redriven; one that failed anew is open', async () => {
  const letter = letterOf(1);
  await keep(letter);
  await redrive();
  await keep(letter);
  expect(await open()).toEqual([]);

  await keep({ ...letter, failedAt: new Date(NOON.getTime() + 60_000).toISOString() });
  expect(await open()).toHaveLength(1);
});

test('a crowd that redrives the same letters publishes each once', async () => {
  await keep(...Array.from({ length: 20 }, (_, n) => letterOf(n)));

  const taken = await Promise.all(Array.from({ length: 8 }, () => redrive()));

  expect(taken.flat()).toHaveLength(20);
  expect(await published()).toHaveLength(20);
});

test('negative control: who only reads the letters and publishes them does so once more', async () => {
  await keep(letterOf(1));
  const seen = await open();
  await redrive();

  await database.store.transact((tx) => appendToOutbox(tx, seen.map(toRedrivenMessage)));

  expect(await published()).toHaveLength(2);
});

test('redrives the oldest of a group, as many as asked', async () => {
  await keep(...[3, 1, 2].map((n) => letterOf(n)), letterOf(0, { group: 'shop.other' }));

  const letters = await redrive({ group: GROUP, limit: 2 });

  expect(letters.map(({ envelope }) => numberOf(envelope))).toEqual([1, 2]);
  expect((await open(GROUP)).map(({ envelope }) => numberOf(envelope))).toEqual([3]);
});

test('forgets old decisions, and no open letter', async () => {
  await keep(letterOf(1), letterOf(2));
  const [one] = await open();
  await redrive({ ids: [one?.id ?? ''] });

  expect(await purgeDeadLetters(database.db, NOON)).toBe(0);
  expect(await purgeDeadLetters(database.db, new Date(NOON.getTime() + 1))).toBe(1);
  expect(await open()).toHaveLength(1);
});

const numbersOf = ({ edges }: { edges: { node: DeadLetter }[] }) =>
  edges.map(({ node }) => numberOf(node.envelope));

describe('the desk of administrators', () => {
  const admin: UserViewer = {
    kind: 'user',
    userId: 'u1',
    sessionId: 's1',
    roles: ['ADMIN'],
    scopes: ['messages:read', 'messages:write'],
    expiresAt: 4_000_000_000,
  };
  type Field = (root: unknown, args: object, context: { viewer: Viewer }) => Promise<any>;

  function desk() {
    const groups = new Map([
      [GROUP, { lag: () => Promise.resolve({ things: 3, others: 4 }) }],
      ['shop.silent', { lag: () => Promise.reject(new Error('the bus is away')) }],
    ]);
    const { Query, Mutation } = createMessageDesk({
      subgraph: 'shop',
      store: database.store,
      groups,
      outboxPending: () => Promise.resolve(0),
      log: silentLog,
      now: () => NOON,
    }) as Record<string, Record<string, Field>>;
    const ask = (field: Field | undefined, input: object, viewer: Viewer = admin) =>
      Promise.resolve().then(() => field?.({}, { input }, { viewer }));
    return {
      read: (viewer: Viewer = admin) => ask(Query?.['shopMessages'], {}, viewer),
      redrive: (input: object, viewer?: Viewer) =>
        ask(Mutation?.['redriveShopDeadLetters'], input, viewer),
      discard: (input: object, viewer?: Viewer) =>
        ask(Mutation?.['discardShopDeadLetters'], input, viewer),
    };
  }

  test('shows the lag and the dead letters of each group; a bus that is away hides only the lag', async () => {
    await keep(letterOf(1));
    const { groups } = await desk().read();

    expect(await groups()).toEqual([
      {
        name: GROUP,
        lag: 7,
        topics: [
          { topic: 'things', lag: 3 },
          { topic: 'others', lag: 4 },
        ],
        deadLetters: 1,
      },
      { name: 'shop.silent', lag: undefined, topics: [], deadLetters: 0 },
    ]);
  });

  test('pages through dead letters, newest first', async () => {
    await keep(...[1, 2, 3].map((n) => letterOf(n)));
    const messages = await desk().read();
    const first = await messages.deadLetters({ first: 2 });
    const second = await messages.deadLetters({ first: 2, after: first.pageInfo.endCursor });

    expect([first, second].map(numbersOf)).toEqual([[3, 2], [1]]);
    await expect(
      messages.deadLetters({ after: first.pageInfo.endCursor.slice(4) }),
    ).rejects.toThrow('endCursor');
  });

  test('discards with a reason and who gave it; who redrives it then gets nothing', async () => {
    await keep(letterOf(1));
    const [letter] = await open();
    const ids = [letter?.id ?? ''];

    const { discarded } = await desk().discard({ ids, reason: ' a test event ' });

    expect(discarded).toMatchObject([
      { state: 'DISCARDED', reason: 'a test event', decidedBy: 'u1', decidedAt: NOON },
    ]);
    expect(await desk().redrive({ ids })).toEqual({ redriven: [] });
    expect(await published()).toEqual([]);
  });

  test.each([
    [{}, 'either ids or a group'],
    [{ ids: ['x'], group: GROUP }, 'either ids or a group'],
    [{ ids: [] }, 'ids must be 1 to 1000'],
  ])('says what is wrong with %j', async (input, message) => {
    await expect(desk().redrive(input)).rejects.toThrow(message);
  });

  test('ids of nothing and a blank reason', async () => {
    expect(await desk().redrive({ ids: ['nonsense', randomUUID()] })).toEqual({ redriven: [] });
    await expect(desk().discard({ ids: [randomUUID()], reason: ' ' })).rejects.toThrow('reason');
  });

  test('only for those who may', async () => {
    const customer = { ...admin, scopes: ['messages:read'] };
    await expect(desk().read({ kind: 'anonymous' })).rejects.toThrow('messages:read');
    await expect(desk().redrive({ group: GROUP }, customer)).rejects.toThrow('messages:write');
    await expect(desk().discard({ ids: ['x'], reason: 'x' }, customer)).rejects.toThrow(
      'messages:write',
    );
  });
});
