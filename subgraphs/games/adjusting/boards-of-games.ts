import type { AdjustedGame } from '../data/adjustment.repository.ts';
import type { BoardContent } from '../data/boards/stored-places.ts';
import { boardsOf, type GameEvent } from '../domain/boards.ts';
import type { GameMode } from '../domain/game-mode.ts';

/** A board, and whose games on it are not what they were. */
export interface TouchedBoard {
  content: BoardContent;
  playerNumbers: number[];
}

export function boardsOfGames(
  games: readonly AdjustedGame[],
  modes: ReadonlyMap<string, GameMode>,
  events: readonly GameEvent[],
): TouchedBoard[] {
  const modeOf = new Map(Array.from(modes.values(), (mode) => [mode.number, mode]));
  const touched = new Map<string, { content: BoardContent; players: Set<number> }>();
  for (const { playerNumber, modeNumber, region, submittedAt } of games) {
    const mode = modeOf.get(modeNumber);
    if (mode === undefined) continue;
    for (const { board, multiplier } of boardsOf(
      { modeId: mode.id, region, submittedAt },
      events,
    )) {
      const known = touched.get(board.name);
      if (known !== undefined) {
        known.players.add(playerNumber);
        continue;
      }
      const content = { board, modeNumber, multiplier };
      touched.set(board.name, { content, players: new Set([playerNumber]) });
    }
  }
  return Array.from(touched.values(), ({ content, players }) => ({
    content,
    playerNumbers: [...players],
  }));
}
