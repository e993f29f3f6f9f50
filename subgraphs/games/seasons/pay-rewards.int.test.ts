import { ACHIEVEMENT_EVENTS } from '#schema/events/achievement-events.ts';
import { removeScores } from '../adjusting/adjust-scores.ts';
import { correctOpenAdjustments } from '../adjusting/correct-boards.ts';
import { archiveBoards } from '../archiving/archive-boards.ts';
import { listRewards, replaceRewardTiers } from '../data/season.repository.ts';
import { findPeriod } from '../domain/periods.ts';
import { openArena, type Arena } from '../testing/arena.ts';
import { closeSeason, payDueRewards } from './pay-rewards.ts';

const SEASON = 'S1-2126';
const QUARTER_MS = 92 * 86_400_000;

const partsOf = (arena: Arena) => ({ ...arena, modes: Array.from(arena.modes.values()) });

async function rewards(arena: Arena) {
  const events = await arena.told(ACHIEVEMENT_EVENTS);
  return events.filter(({ type }) => type === 'reward.paid').map(({ data }) => data);
}

/** A season with two players in it, that is over. */
async function endedSeason(arena: Arena) {
  const [ada, ben] = [await arena.player(), await arena.player()];
  await arena.play(ada, 100);
  await arena.play(ben, 200);
  arena.wait(QUARTER_MS);
  return { ada, ben };
}

test('when a season is over its boards are archived, the first are paid, and the next has begun', async () => {
  await using arena = await openArena();
  const { ada, ben } = await endedSeason(arena);
  await arena.play(ada, 10);
  expect(await payDueRewards(partsOf(arena))).toBe(0);
  await archiveBoards(partsOf(arena));
  expect(await payDueRewards(partsOf(arena))).toBe(2);

  const paid = await listRewards(arena.db, [ada.number, ben.number]);
  expect(paid.map(({ season, rank, tier, coins }) => [season, rank, tier, coins])).toEqual([
    [SEASON, 1, 'Champion', 10_000],
    [SEASON, 2, 'Gold', 5_000],
  ]);
  expect(await rewards(arena)).toMatchObject([
    { playerId: ben.id, rank: 1, season: SEASON },
    { playerId: ada.id, rank: 2, season: SEASON },
  ]);
  expect(await arena.standings(arena.board('SEASONAL'))).toEqual([[ada.username, 10]]);
});

test('however many pay at once, and however often, everybody is paid once', async () => {
  await using arena = await openArena();
  await endedSeason(arena);
  await archiveBoards(partsOf(arena));
  const season = findPeriod('SEASONAL', SEASON);
  if (season === undefined) throw new Error(SEASON);
  const paid = await Promise.all([
    ...Array.from({ length: 5 }, () => payDueRewards(partsOf(arena))),
    ...Array.from({ length: 5 }, async () => (await closeSeason(partsOf(arena), season))?.length),
  ]);
  expect(paid.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(2);
  expect(await rewards(arena)).toHaveLength(2);
});

test('a season that runs is not closed, and one that is over is archived and paid at once', async () => {
  await using arena = await openArena();
  const season = findPeriod('SEASONAL', SEASON);
  if (season === undefined) throw new Error(SEASON);
  expect(await closeSeason(partsOf(arena), season)).toBeUndefined();
  await endedSeason(arena);
  expect(await closeSeason(partsOf(arena), season)).toHaveLength(2);
  expect(await closeSeason(partsOf(arena), season)).toEqual([]);
});

test('whose scores are removed before the payment gets nothing, and ranks are those without them', async () => {
  await using arena = await openArena();
  const { ada, ben } = await endedSeason(arena);
  await archiveBoards(partsOf(arena));
  const choice = {
    playerNumber: ben.number,
    modeNumber: undefined,
    from: undefined,
    to: undefined,
  };
  await removeScores(arena, choice, { reason: 'a script', madeBy: ada.id });
  await correctOpenAdjustments(arena);
  await arena.store.transact((tx) =>
    replaceRewardTiers(tx, [{ upToRank: 1, name: 'Only', coins: 1 }]),
  );
  expect(await payDueRewards(partsOf(arena))).toBe(1);
  expect(await listRewards(arena.db, [ada.number, ben.number])).toMatchObject([
    { playerNumber: ada.number, rank: 1, tier: 'Only' },
  ]);
});
