import type { StoredSubmission } from '../data/submission.repository.ts';
import type { AddedScore } from '../data/boards/board-scores.ts';
import type { BoardContent } from '../data/boards/stored-places.ts';
import { boardsOf, type Board, type GameEvent } from '../domain/boards.ts';
import type { GameMode } from '../domain/game-mode.ts';
import type { Region } from '../domain/player.ts';

/** A stored game and what is known of its player. */
export interface CountedSubmission {
  submission: StoredSubmission;
  mode: GameMode;
  region: Region;
  isTracked: boolean;
}

/** What a list of games adds to one board. */
export interface BoardAddition {
  content: BoardContent;
  /** The games, and what each of them adds: in the same order. */
  games: CountedSubmission[];
  scores: AddedScore[];
}

/** A mode's board of all time and all regions. */
export const isMain = ({ period, region }: Board): boolean =>
  period.name === 'all' && region === undefined;

/** All boards that the games count on. Ranks are wanted on the all-time board of a mode alone. */
export function groupByBoard(
  games: readonly CountedSubmission[],
  events: readonly GameEvent[],
): BoardAddition[] {
  const additions = new Map<string, BoardAddition>();
  for (const game of games) {
    const { submission, mode, region } = game;
    const { submittedAt, playerNumber, score } = submission;
    const boards = boardsOf({ modeId: mode.id, region, submittedAt }, events);
    for (const { board, multiplier } of boards) {
      let addition = additions.get(board.name);
      if (addition === undefined) {
        const content = { board, modeNumber: mode.number, multiplier };
        addition = { content, games: [], scores: [] };
        additions.set(board.name, addition);
      }
      const isTracked = game.isTracked && isMain(board);
      addition.games.push(game);
      addition.scores.push({
        playerNumber,
        at: submittedAt,
        points: score * multiplier,
        isTracked,
      });
    }
  }
  return [...additions.values()];
}
