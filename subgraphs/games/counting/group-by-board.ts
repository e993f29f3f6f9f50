import type { StoredSubmission } from '../data/submission.repository.ts';
import type { AddedScore } from '../data/boards/board-scores.ts';
import type { BoardContent } from '../data/boards/stored-places.ts';
import {
  boardsOfEvents,
  boardsOfWindows,
  type Board,
  type GameEvent,
  type MultipliedBoard,
} from '../domain/boards.ts';
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

/** Windows change at midnight, all of them in UTC: the boards of a day and a mode are the same. */
const DAY_MS = 86_400_000;

/** All boards of all regions that the games count on; with each go those of its regions. Ranks are wanted on the all-time board of a mode alone. */
export function groupByBoard(
  games: readonly CountedSubmission[],
  events: readonly GameEvent[],
): BoardAddition[] {
  const additions = new Map<string, BoardAddition>();
  const ofDay = new Map<string, BoardAddition[]>();

  function additionTo({ board, multiplier }: MultipliedBoard, mode: GameMode): BoardAddition {
    const content = { board, modeNumber: mode.number, multiplier };
    const addition = additions.get(board.name) ?? { content, games: [], scores: [] };
    additions.set(board.name, addition);
    return addition;
  }

  function additionsOf({ mode, submission }: CountedSubmission): BoardAddition[] {
    const { submittedAt } = submission;
    const day = `${mode.number} ${Math.floor(submittedAt.getTime() / DAY_MS)}`;
    let ofWindows = ofDay.get(day);
    if (ofWindows === undefined) {
      const played = { modeId: mode.id, submittedAt };
      ofWindows = boardsOfWindows(played).map((board) => additionTo(board, mode));
      ofDay.set(day, ofWindows);
    }
    if (events.length === 0) return ofWindows;
    const ofEvents = boardsOfEvents({ modeId: mode.id, submittedAt }, events);
    return [...ofWindows, ...ofEvents.map((board) => additionTo(board, mode))];
  }

  for (const game of games) {
    const { submittedAt, playerNumber, score } = game.submission;
    for (const addition of additionsOf(game)) {
      const { board, multiplier } = addition.content;
      const isTracked = game.isTracked && isMain(board);
      addition.games.push(game);
      addition.scores.push({
        playerNumber,
        region: game.region,
        at: submittedAt,
        points: score * multiplier,
        isTracked,
      });
    }
  }
  return [...additions.values()];
}
