import { v7 as newId } from 'uuid';
import { CHEAT_EVENTS } from '#schema/events/cheat-events.ts';
import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import { listCheatFlags, reviewCheatFlags } from '../data/cheat-flag.repository.ts';
import { findDistributions } from '../data/distribution.repository.ts';
import type { Player } from '../domain/player.ts';
import { openArena, type Arena } from '../testing/arena.ts';
import { flagGames } from './flag-games.ts';

const RAID = 3;

const eventOf = (scores: readonly SubmittedScore[]) => ({
  id: newId(),
  type: 'scores.submitted',
  key: 'shard-1',
  time: '2126-03-06T12:00:00.000Z',
  data: { scores },
});

const partsOf = (arena: Arena) => ({
  ...arena,
  modes: new Map(Array.from(arena.modes.values(), (mode) => [mode.number, mode])),
});

const openFlags = (arena: Arena) =>
  listCheatFlags(arena.db, { status: 'OPEN', after: undefined, limit: 100 });

/** A game that no sample takes by its id. */
function game(arena: Arena, { number }: Player, changes: Partial<SubmittedScore>): SubmittedScore {
  const id = `${arena.submissionId().slice(0, -6)}000001`;
  const base = { id, player: number, region: 'EUROPE', mode: RAID, score: 8_000, seconds: 1_800 };
  return { ...base, at: arena.now().getTime(), isTracked: false, ...changes };
}

/** The mode's distribution of seeds: a mean of 8,000, a deviation of about 2,000. */
async function learn(arena: Arena): Promise<void> {
  const [player] = [await arena.player()];
  const scores = Array.from({ length: 1_200 }, (_, index) =>
    game(arena, player, { score: 8_000 + ((index % 5) - 2) * 1_414 }),
  );
  await flagGames(partsOf(arena), [eventOf(scores.slice(0, 600)), eventOf(scores.slice(600))]);
}

test('a game far above the others is flagged once, however often it is delivered, and told', async () => {
  await using arena = await openArena();
  await learn(arena);
  const ada = await arena.player();
  const odd = game(arena, ada, { score: 29_000 });
  const event = eventOf([odd, game(arena, await arena.player(), { score: 11_000 })]);
  await Promise.all([flagGames(partsOf(arena), [event]), flagGames(partsOf(arena), [event])]);
  await flagGames(partsOf(arena), [event, eventOf([odd])]);

  const flags = await openFlags(arena);
  expect(flags).toMatchObject([
    { submissionId: odd.id, playerNumber: ada.number, reasons: ['SCORE_OUTLIER'] },
  ]);
  expect(flags[0]?.zScore).toBeGreaterThan(4);
  expect(await arena.told(CHEAT_EVENTS)).toHaveLength(1);
});

test.each([
  ['ALWAYS_SHORTEST', { seconds: 545 }, 120_000],
  ['REPEATED_CAP', { score: 30_000 }, 3_600_000],
  ['TOO_FREQUENT', { seconds: 1_800 }, 61_000],
] as const)('games that are %s are flagged by the habit', async (reason, changes, gapMs) => {
  await using arena = await openArena();
  const [ada, ben] = [await arena.player(), await arena.player()];
  for (let count = 0; count < 12; count++) {
    arena.wait(gapMs);
    await arena.count([game(arena, ada, changes)]);
    arena.wait(3_600_000);
    if (gapMs < 3_600_000) arena.wait(-3_600_000);
  }
  // Its id is one that is looked at whatever the game is like.
  const sampled = `${arena.submissionId().slice(0, -6)}000000`;
  const normal = { ...game(arena, ben, {}), id: `${newId().slice(0, -6)}000000` };
  await flagGames(partsOf(arena), [
    eventOf([game(arena, ada, { ...changes, id: sampled }), normal]),
  ]);

  expect(await openFlags(arena)).toMatchObject([
    { playerNumber: ada.number, reasons: expect.arrayContaining([reason]) as unknown },
  ]);
});

test('what games of a mode bring is known by sums and bars, each game once', async () => {
  await using arena = await openArena();
  const player = await arena.player();
  const scores = [0, 599, 600, 8_000, 30_000].map((score) =>
    game(arena, player, { id: arena.submissionId(), score }),
  );
  const event = eventOf(scores.slice(0, 3));
  await flagGames(partsOf(arena), [event]);
  await flagGames(partsOf(arena), [event, eventOf(scores.slice(3))]);

  const [known, unknown] = await findDistributions(arena.db, [RAID, 1]);

  expect(unknown).toBeUndefined();
  expect(known).toMatchObject({ games: 5, mean: 7_839.8 });
  const bars = known?.bars.flatMap((count, bar) => (count === 0 ? [] : [[bar, count]]));
  expect(bars).toEqual([
    [0, 3],
    [13, 1],
    [49, 1],
  ]);
});

test('a decision stands: of two that review the same flag, one decides', async () => {
  await using arena = await openArena();
  await learn(arena);
  await flagGames(partsOf(arena), [
    eventOf([game(arena, await arena.player(), { score: 30_000 })]),
  ]);
  const ids = (await openFlags(arena)).map(({ id }) => id);
  expect(ids).toHaveLength(1);
  const review = { at: arena.now(), by: newId(), note: null };
  const decided = await Promise.all([
    reviewCheatFlags(arena.db, ids, { ...review, status: 'CLEARED' }),
    reviewCheatFlags(arena.db, ids, { ...review, status: 'CONFIRMED' }),
  ]);
  expect(decided.flat()).toHaveLength(1);
  expect(await openFlags(arena)).toEqual([]);
});
