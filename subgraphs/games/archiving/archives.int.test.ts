import { sql } from 'kysely';
import { untilBlocked } from '#platform/testing/blocked-sessions.ts';
import { findArchivedBoard, readArchivedPage } from '../data/archive.repository.ts';
import { lockBoard } from '../data/boards/lock-board.ts';
import type { BoardContent } from '../data/boards/stored-places.ts';
import { REGIONS } from '../domain/player.ts';
import { openBoard, type OpenBoardParts } from '../open-board.ts';
import { openArena, type Arena } from '../testing/arena.ts';
import { archiveAgain, archiveBoard } from './archive-board.ts';
import { archiveBoards } from './archive-boards.ts';
import { createArchives } from './archives.ts';

const DAY_MS = 86_400_000;
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));

const partsOf = (arena: Arena): OpenBoardParts => ({
  db: arena.db,
  boards: arena.boards,
  archives: createArchives(arena),
  modes: arena.modes,
  findEvent: () => Promise.resolve(undefined),
  now: arena.now,
  viewer: { kind: 'anonymous' },
});

/** Two players of whom the second is ahead, on a day that is so long ago that the job does not look at it. */
async function playLongAgo(arena: Arena) {
  const [ada, ben] = [await arena.player('EUROPE'), await arena.player('ASIA')];
  await arena.play(ada, 100);
  await arena.play(ben, 150);
  const { board } = arena.board('DAILY');
  arena.wait(40 * DAY_MS);
  const modes = Array.from(arena.modes.values());
  await archiveBoards({ store: arena.store, modes, now: arena.now });
  return { ada, ben, board };
}

test('a board that no job has archived is made of history when somebody reads it', async () => {
  await using arena = await openArena();
  const { ada, ben, board } = await playLongAgo(arena);
  expect(await findArchivedBoard(arena.db, board.name)).toBeUndefined();

  const query = { modeId: 'raid', window: 'DAILY', period: board.period.name } as const;
  const parts = partsOf(arena);
  // Readers of the same moment share one archive.
  const [opened] = await Promise.all([
    openBoard(parts, query),
    openBoard(parts, query),
    openBoard(partsOf(arena), query),
  ]);
  expect(await opened.countPlayers()).toBe(2);
  expect(await opened.readPage(1, 10)).toMatchObject([
    { rank: 1, playerNumber: ben.number, points: 150 },
    { rank: 2, playerNumber: ada.number, points: 100 },
  ]);
  const european = await openBoard(parts, { ...query, region: 'EUROPE' });
  expect(await european.readPage(1, 10)).toMatchObject([{ playerNumber: ada.number }]);
  expect(await readArchivedPage(arena.db, board.name, 1, 10)).toHaveLength(2);
});

const MANY = 12_000;

/** Players of every region with a game of today each, of whom many have the same points and the same time. */
async function playMuch({ db, now, modes }: Arena): Promise<void> {
  await sql`
    with joined as (
      insert into player (id, username, region, created_at)
      select gen_random_uuid(), 'many-' || place, (${REGIONS}::text[])[1 + place % 6], ${now()}
      from generate_series(1, ${MANY}::integer) as place
      returning number
    ), played as (
      select number, ${now()}::timestamptz - (number % 700) * interval '1 millisecond' as at from joined
    )
    insert into score_submission
      (id, player_number, mode_number, score, duration_seconds, submitted_at)
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7000'
        || '8' || lpad(to_hex(number), 15, '0'))::uuid,
      number, ${modes.get('raid')?.number}::smallint, number % 40, 600, at
    from played
  `.execute(db);
}

test('an archive of thousands of players is the board as it was, and that of each region, too', async () => {
  await using arena = await openArena();
  await playMuch(arena);
  const contents = [undefined, ...REGIONS].map((region) => arena.board('DAILY', region));
  const [whole, , ofRegion] = contents as [BoardContent, BoardContent, BoardContent];
  await archiveBoard(arena.store, ofRegion, { archivedAt: at(0) });
  for (const content of contents) {
    const { places, totalPlayers } = await arena.boards.readPage(content, 1, MANY);
    expect(totalPlayers).toBe(content === whole ? MANY : MANY / REGIONS.length);
    const { name } = content.board;
    expect(await readArchivedPage(arena.db, name, 1, MANY)).toEqual(places);
    expect(await findArchivedBoard(arena.db, name)).toEqual({ totalPlayers });
  }
});

test('an archive that has time rests after each part, unless somebody waits for it', async () => {
  await using arena = await openArena();
  await playMuch(arena);
  const content = arena.board('DAILY');
  const waitedFor: boolean[] = [];
  let correcting: Promise<void> | undefined;
  const rests = {
    async after(_workedMs: number, isWaitedFor: () => Promise<boolean>) {
      waitedFor.push(await isWaitedFor());
      if (correcting !== undefined) return;
      correcting = arena.db.transaction().execute((tx) => lockBoard(tx, content.board.name));
      await untilBlocked(arena.db, 1);
    },
  };
  await archiveBoard(arena.store, content, { archivedAt: at(0), rests });
  await correcting;
  expect(waitedFor.length).toBeGreaterThan(1);
  expect(waitedFor).toEqual([false, ...waitedFor.slice(1).map(() => true)]);
});

test('archiving stops when the process is to end, and leaves nothing half done', async () => {
  await using arena = await openArena();
  await playMuch(arena);
  const { name } = arena.board('DAILY').board;
  arena.wait(DAY_MS);
  const modes = Array.from(arena.modes.values());
  const stopping = new AbortController();
  const blocked = await arena.db.transaction().execute(async (tx) => {
    await lockBoard(tx, name);
    const archiving = archiveBoards({
      store: arena.store,
      modes,
      now: arena.now,
      stopping: stopping.signal,
    });
    await untilBlocked(arena.db, 1);
    stopping.abort();
    return { archiving };
  });
  await expect(blocked.archiving).rejects.toThrow('aborted');
  expect(await findArchivedBoard(arena.db, name)).toBeUndefined();
  await archiveBoards({ store: arena.store, modes, now: arena.now });
  expect(await findArchivedBoard(arena.db, name)).toEqual({ totalPlayers: MANY });
});

test('a board of a day on which nobody played leaves no archive behind', async () => {
  await using arena = await openArena();
  const query = { modeId: 'raid', window: 'DAILY', period: '2001-01-01' } as const;
  const opened = await openBoard(partsOf(arena), query);
  expect(await opened.readPage(1, 10)).toEqual([]);
  expect(await findArchivedBoard(arena.db, opened.board.name)).toBeUndefined();
});

test('a board is archived once, whoever else does it at the moment, and again when its history has changed', async () => {
  await using arena = await openArena();
  await playLongAgo(arena);
  const content = arena.boardAt('DAILY', new Date(arena.now().getTime() - 40 * DAY_MS));
  const { board } = content;
  const archivedAt = () =>
    arena.db.selectFrom('archived_board').where('board', '=', board.name).select('archived_at');

  const again = (second: number) => ({ archivedAt: at(second), regions: [] });
  await archiveAgain(arena.store, content, again(0));
  expect(await archivedAt().execute()).toEqual([]);
  await Promise.all(
    [1, 2, 3].map((second) => archiveBoard(arena.store, content, { archivedAt: at(second) })),
  );
  const [first] = await archivedAt().execute();
  await archiveBoard(arena.store, content, { archivedAt: at(4) });
  expect(await archivedAt().execute()).toEqual([first]);
  await archiveAgain(arena.store, content, again(5));
  expect(await archivedAt().execute()).toEqual([{ archived_at: at(5) }]);
  expect(await readArchivedPage(arena.db, board.name, 1, 10)).toHaveLength(2);
});

test('no more than two boards of the past are made at once', async () => {
  await using arena = await openArena();
  await playLongAgo(arena);
  const archives = createArchives(arena);
  const past = new Date(arena.now().getTime() - 40 * DAY_MS);
  const [first, second, third] = ['raid', 'deathmatch', 'capture-the-flag'].map((modeId) =>
    arena.boardAt('DAILY', past, undefined, modeId),
  ) as [BoardContent, BoardContent, BoardContent];

  const making = await arena.db.transaction().execute(async (tx) => {
    await lockBoard(tx, first.board.name);
    await lockBoard(tx, second.board.name);
    const made = Promise.all([first, second].map((content) => archives.ensure(content)));
    await untilBlocked(arena.db, 2);
    await expect(archives.ensure(third)).rejects.toThrow('try again');
    return { made };
  });
  await making.made;
  await archives.ensure(third);
  for (const { board } of [first, second, third]) {
    expect(await findArchivedBoard(arena.db, board.name)).toBeDefined();
  }
});
