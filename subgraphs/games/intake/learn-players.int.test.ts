import { sql, type KyselyPlugin } from 'kysely';
import { ANONYMOUS } from '#platform/identity/viewer.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import type { Context } from '../context.ts';
import { listNewestPlayers } from '../data/player.repository.ts';
import type { Db } from '../data/tables.ts';
import { gamesSubgraph } from '../subgraph.ts';
import { openArena } from '../testing/arena.ts';
import { createKnownPlayers } from './known-players.ts';
import { learnPlayers } from './learn-players.ts';

/** More than two pages. */
const PLAYERS = 1_200;
const LOOK_MS = 20;
const ROOM = 10_000;

/** Learns as it goes on, and resolves `knows` when it has learned of a player. */
function startLearning(db: Db, newest = ROOM) {
  const players = createKnownPlayers(db, ROOM);
  const waiting = new Map<string, () => void>();
  const learned = new Set<string>();
  const learning = learnPlayers({
    db,
    log: silentLog,
    newest,
    lookMs: LOOK_MS,
    players: {
      learn(page) {
        players.learn(page);
        for (const { id } of page) {
          learned.add(id);
          waiting.get(id)?.();
        }
      },
    },
  });
  return {
    ...learning,
    known: players,
    learned,
    knows: (id: string) =>
      new Promise<void>((resolve) => {
        if (learned.has(id)) resolve();
        else waiting.set(id, resolve);
      }),
  };
}

test('all players are known without asking, and of those who come later', async () => {
  await using arena = await openArena();
  const { db } = arena;
  await sql`
    insert into player (id, username, region, created_at)
    select gen_random_uuid(), 'one-of-many-' || place, 'ASIA', now()
    from generate_series(1, ${PLAYERS}::int) as place
  `.execute(db);
  const all = await listNewestPlayers(db, { newest: PLAYERS, after: 0, limit: PLAYERS });
  expect(all).toHaveLength(PLAYERS);
  const learning = startLearning(db);
  await learning.knows(all.at(-1)?.id ?? '');
  const late = await arena.player();
  await learning.knows(late.id);
  await learning.stop();

  await sql`alter table player rename to away`.execute(db);
  const everybody = [...all, late];
  const found = await learning.known.findNumbers(everybody.map(({ id }) => id));
  expect(found).toEqual(everybody.map(({ number, region }) => ({ number, region })));
  const named = await learning.known.findByNumbers(everybody.map(({ number }) => number));
  expect(named.map((player) => player?.username)).toEqual(
    everybody.map(({ username }) => username),
  );
});

test('of more players than there is room for the newest are learned', async () => {
  await using arena = await openArena();
  const old = await arena.player();
  const [ada, ben] = [await arena.player(), await arena.player()];
  const learning = startLearning(arena.db, 2);
  await learning.knows(ben.id);
  await learning.stop();
  expect(Array.from(learning.learned)).toEqual([ada.id, ben.id]);
  expect(await learning.known.findNumbers([old.id])).toMatchObject([{ number: old.number }]);
});

test('learning goes on after statements that fail', async () => {
  await using arena = await openArena();
  const { db } = arena;
  const ada = await arena.player();
  await sql`alter table player rename to away`.execute(db);
  const learning = startLearning(db);
  await expect(learning.known.findNumbers([ada.id])).rejects.toThrow('player');
  await sql`alter table away rename to player`.execute(db);
  await learning.knows(ada.id);
  await learning.stop();
});

test('a process that answers requests learns players when it starts', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  const answered = Promise.withResolvers<void>();
  const watching: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult({ result }) {
      const isAda = result.rows.some(({ username }) => username === ada.username);
      if (isAda) setImmediate(() => answered.resolve());
      return Promise.resolve(result);
    },
  };
  const store = { ...arena.store, db: arena.db.withPlugin(watching) };
  const games = await gamesSubgraph.create({
    ...arena,
    store,
    settings: { GAMES_KNOWN_PLAYERS: ROOM },
    answersRequests: true,
    log: silentLog,
  } as never);
  try {
    // Nobody has asked for her.
    await answered.promise;
    await sql`alter table player rename to away`.execute(arena.db);
    const { playersById } = games.createContext({ viewer: ANONYMOUS, requestId: 'r1' }) as Context;
    expect(await playersById.load(ada.id)).toMatchObject({ username: ada.username });
  } finally {
    await games.stop?.();
  }
});
