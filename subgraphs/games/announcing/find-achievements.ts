import type { AchievementKind } from '#schema/events/achievement-events.ts';
import { FIRST_PLACES } from '../data/boards/board-scores.ts';
import type { CountedGame } from '../counting/counting-parts.ts';

/** Something that a player likes to hear of. */
export interface Achievement {
  kind: AchievementKind;
  playerNumber: number;
  modeId: string;
  submissionId: string;
  score: number;
  rank: number;
}

/** Who came among the first of a mode, and whose own game was the best of them all. */
export function findAchievements(
  counted: readonly CountedGame[],
  bests: ReadonlySet<string>,
): Achievement[] {
  return counted.flatMap(({ game, effect }): Achievement[] => {
    const { rankBefore = Infinity, rankAfter } = effect;
    if (rankAfter === undefined) return [];
    const { submission, mode } = game;
    const base = {
      playerNumber: submission.playerNumber,
      modeId: mode.id,
      submissionId: submission.id,
      score: submission.score,
      rank: rankAfter,
    };
    const found: Achievement[] = [];
    if (rankAfter <= FIRST_PLACES && rankBefore > FIRST_PLACES) {
      found.push({ kind: 'TOP_100_ENTERED', ...base });
    }
    // A first game is no record.
    if (bests.has(submission.id) && rankBefore !== Infinity) {
      found.push({ kind: 'PERSONAL_BEST', ...base });
    }
    return found;
  });
}
