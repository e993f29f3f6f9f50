import { LEADERBOARD_EVENTS } from '#schema/events/leaderboard-events.ts';
import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import { archiveBoards } from '../archiving/archive-boards.ts';
import { findArchivedPlaces } from '../data/archive.repository.ts';
import { findAdjustment } from '../data/adjustment.repository.ts';
import type { Boards } from '../data/boards/boards.ts';
import type { Player } from '../domain/player.ts';
import { openArena, type Arena } from '../testing/arena.ts';
import { removeScores, restoreScores } from './adjust-scores.ts';
import { correctBoards, correctOpenAdjustments } from './correct-boards.ts';

const BY_ADMIN = { reason: 'played by a script', madeBy: '01890000-0000-7000-8000-000000000001' };
const DAY_MS = 86_400_000;

const everyGameOf = ({ number }: Player) => ({
  playerNumber: number,
  modeNumber: undefined,
  from: undefined,
  to: undefined,
});

const modesOf = (arena: Arena) => ({
  store: arena.store,
  modes: Array.from(arena.modes.values()),
  now: arena.now,
});

async function announced(arena: Arena) {
  const events = await arena.told(LEADERBOARD_EVENTS);
  return events.filter(({ type }) => type === 'leaderboard.corrected').map(({ data }) => data);
}

test('games of a player over a time leave every board, and come back', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.play(ada, 100);
  arena.wait(1);
  const from = arena.now();
  await arena.play(ben, 150);
  await arena.play(ada, 500);

  const choice = { ...everyGameOf(ada), from };
  const removal = await removeScores(arena, choice, BY_ADMIN);
  expect(removal).toMatchObject({ kind: 'REMOVE', scoreCount: 1, correctedAt: null });
  await correctBoards(arena, removal?.id ?? '');
  for (const window of ['ALL_TIME', 'DAILY', 'SEASONAL'] as const) {
    expect(await arena.standings(arena.board(window))).toEqual([
      [ben.username, 150],
      [ada.username, 100],
    ]);
  }
  expect(await removeScores(arena, choice, BY_ADMIN)).toBeUndefined();

  const restored = await restoreScores(arena, removal?.id ?? '', BY_ADMIN);
  await correctBoards(arena, restored?.id ?? '');
  expect(await arena.standings()).toEqual([
    [ada.username, 600],
    [ben.username, 150],
  ]);
  expect(await restoreScores(arena, removal?.id ?? '', BY_ADMIN)).toBeUndefined();
});

test('a process that dies between the mark and the boards leaves work that a job finishes, told once', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.play(ada, 100);
  await arena.play(ben, 70);
  const removal = await removeScores(arena, everyGameOf(ada), BY_ADMIN);
  expect(await arena.standings()).toHaveLength(2);

  await Promise.all([correctOpenAdjustments(arena), correctOpenAdjustments(arena)]);
  expect(await arena.standings()).toEqual([[ben.username, 70]]);
  expect(await correctOpenAdjustments(arena)).toBe(0);
  expect((await findAdjustment(arena.db, removal?.id ?? ''))?.correctedAt).toEqual(arena.now());
  expect(await announced(arena)).toEqual([
    {
      adjustmentId: removal?.id,
      kind: 'REMOVE',
      reason: BY_ADMIN.reason,
      scoreCount: 1,
      playerIds: [ada.id],
    },
  ]);
});

test('archives of closed periods are written again', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.play(ada, 100);
  await arena.play(ben, 70);
  const { name } = arena.board('DAILY').board;
  arena.wait(DAY_MS);
  await archiveBoards(modesOf(arena));
  const archive = () => findArchivedPlaces(arena.db, name, [ada.number, ben.number]);
  expect((await archive()).map((place) => place?.rank)).toEqual([1, 2]);

  await removeScores(arena, everyGameOf(ada), BY_ADMIN);
  await correctOpenAdjustments(arena);
  expect((await archive()).map((place) => place?.rank)).toEqual([undefined, 1]);
});

/** Removes a game exactly between its being stored and its being added. */
async function removeInBetween(
  arena: Arena,
  player: Player,
  scores: readonly SubmittedScore[],
  changes: Partial<Boards> = {},
) {
  const boards = { ...arena.boards, ...changes };
  let isRemoved = false;
  boards.add = async (content, added) => {
    if (!isRemoved) {
      isRemoved = true;
      await removeScores(arena, everyGameOf(player), BY_ADMIN);
      await correctOpenAdjustments(arena);
    }
    return arena.boards.add(content, added);
  };
  await arena.count(scores, { boards });
}

test('a game that is removed between being stored and being added does not stay on the boards', async () => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.play(ben, 70);
  await removeInBetween(arena, ada, await arena.accept([arena.game(ada, 100)]));

  expect(await arena.standings()).toEqual([[ben.username, 70]]);
  expect(await arena.standings(arena.board('DAILY'))).toEqual([[ben.username, 70]]);
});

test('negative control: with the corrections left out, the removed game stays', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  const scores = await arena.accept([arena.game(ada, 100)]);
  await removeInBetween(arena, ada, scores, { correct: () => Promise.resolve() });
  expect(await arena.standings()).toEqual([[ada.username, 100]]);
});

test('crowds of removals, restorations and games at once leave boards that say what history says', async () => {
  await using arena = await openArena();
  const players = await Promise.all(Array.from({ length: 8 }, () => arena.player()));
  for (const player of players) await arena.play(player, 10, 20, 30);
  const games = await Promise.all(players.map((player) => arena.acceptNext(player, 5)));

  const removals = await Promise.all(
    players.flatMap((player, index) => [
      arena.count(games[index] ?? []).then(() => undefined),
      removeScores(arena, everyGameOf(player), BY_ADMIN).then(async (removal) => {
        if (removal !== undefined) await correctBoards(arena, removal.id);
        return removal;
      }),
    ]),
  );
  await Promise.all(
    removals.slice(0, players.length).map(async (removal) => {
      if (removal === undefined) return;
      const restored = await restoreScores(arena, removal.id, BY_ADMIN);
      await correctBoards(arena, restored?.id ?? '');
    }),
  );
  await correctOpenAdjustments(arena);
  const before = await arena.standings();
  await arena.boards.remake(arena.board());
  expect(before).toEqual(await arena.standings());
});

test('a reason is asked for, of one to 500 characters', async () => {
  await using arena = await openArena();
  const ada = await arena.player();
  await arena.play(ada, 10);
  const nothing = { ...BY_ADMIN, reason: ' ' };
  await expect(removeScores(arena, everyGameOf(ada), nothing)).rejects.toThrow(
    'reason must have 1 to 500 characters, not 0',
  );
});
