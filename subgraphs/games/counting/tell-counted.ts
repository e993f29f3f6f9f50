import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { noteActivity } from '../activity/note-activity.ts';
import { findAchievements } from '../announcing/find-achievements.ts';
import { toAchievementMessages } from '../announcing/achievement-messages.ts';
import { markChanged } from '../data/changed-boards.ts';
import { FIRST_PLACES } from '../data/boards/board-scores.ts';
import { keepEffects, type SubmissionEffect } from '../data/submission-effects.ts';
import { findBestScores } from '../data/submission.repository.ts';
import { withRegions, type Board } from '../domain/boards.ts';
import type { Region } from '../domain/player.ts';
import { publishCounted, type ScoresCounted } from '../live/channels.ts';
import type { BoardChange, CountedGame, CountingParts } from './counting-parts.ts';
import { isMain, type CountedSubmission } from './group-by-board.ts';

/**
 * Tells everybody whom counted scores concern. All of it is news, and none of it the truth: what a crash
 * swallows is not told again, and the boards say what is.
 */
export async function tellCounted(
  parts: CountingParts,
  games: readonly CountedSubmission[],
  changes: readonly BoardChange[],
): Promise<void> {
  const { redis, live, now } = parts;
  const tracked = games.filter(({ isTracked }) => isTracked);
  const bests = await findBestScores(
    parts.store.db,
    tracked.map(({ submission }) => submission),
  );
  const counted = changes
    .filter(({ addition }) => isMain(addition.content.board))
    .flatMap(({ addition, effects }) =>
      addition.games.flatMap((game, index) => {
        const effect = effects[index];
        return effect === undefined || typeof effect === 'string' ? [] : [{ game, effect }];
      }),
    );
  await Promise.all([
    keepEffects(redis, effectsOf(counted, bests)),
    markChanged(redis, changes.flatMap(changedFirst)),
    noteActivity(
      redis,
      games.filter(({ submission }) => submission.isNew),
      now(),
    ),
    tellAchievements(parts, counted, bests),
  ]);
  await publishCounted(
    live,
    bestOfModes(games),
    tracked.map(({ submission }) => submission.id),
  );
}

/** Boards whose first places are not what they were: that of all regions, and those of each. */
function changedFirst({ addition, effects }: BoardChange): Board[] {
  const { board } = addition.content;
  const regions = new Set<Region>();
  let isChanged = false;
  for (const [index, effect] of effects.entries()) {
    if (typeof effect === 'string') continue;
    isChanged ||= (effect.rankAfter ?? Infinity) <= FIRST_PLACES;
    const game = addition.games[index];
    if (game !== undefined && (effect.rankInRegion ?? Infinity) <= FIRST_PLACES)
      regions.add(game.region);
  }
  const [whole, ...ofRegions] = withRegions(board, regions);
  return isChanged && whole !== undefined ? [whole, ...ofRegions] : ofRegions;
}

function effectsOf(
  counted: readonly CountedGame[],
  bests: ReadonlySet<string>,
): Map<string, SubmissionEffect> {
  return new Map(
    counted.flatMap(({ game, effect }): [string, SubmissionEffect][] => {
      const { id } = game.submission;
      const { rankBefore, rankAfter, total } = effect;
      if (!game.isTracked || rankAfter === undefined) return [];
      const isPersonalBest = bests.has(id);
      return [
        [id, { rankBefore: rankBefore ?? null, rankAfter, totalScore: total, isPersonalBest }],
      ];
    }),
  );
}

async function tellAchievements(
  { store, players, now, newId }: CountingParts,
  counted: readonly CountedGame[],
  bests: ReadonlySet<string>,
): Promise<void> {
  const achievements = findAchievements(counted, bests);
  if (achievements.length === 0) return;
  const numbers = achievements.map(({ playerNumber }) => playerNumber);
  const found = await players.findByNumbers(numbers);
  const messages = toAchievementMessages(achievements, found, { now: now(), newId });
  await store.transact((tx) => appendToOutbox(tx, messages));
}

function bestOfModes(games: readonly CountedSubmission[]): Map<string, ScoresCounted> {
  const best = new Map<string, ScoresCounted>();
  for (const { mode, submission } of games) {
    const known = best.get(mode.id)?.best;
    if (known != null && known.score >= submission.score) continue;
    const { playerNumber, score, submittedAt } = submission;
    best.set(mode.id, { best: { playerNumber, score, at: submittedAt.getTime() } });
  }
  return best;
}
