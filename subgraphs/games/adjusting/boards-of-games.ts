import type { AdjustedGame } from '../data/adjustment.repository.ts';
import type { BoardContent } from '../data/boards/stored-places.ts';
import { boardsOf, type GameEvent } from '../domain/boards.ts';
import type { GameMode } from '../domain/game-mode.ts';
import type { Region } from '../domain/player.ts';

/** A board of all regions, and whose games on it are not what they were, in which regions. */
export interface TouchedBoard {
  content: BoardContent;
  playerNumbers: number[];
  regions: ReadonlySet<Region>;
}

export function boardsOfGames(
  games: readonly AdjustedGame[],
  modes: ReadonlyMap<string, GameMode>,
  events: readonly GameEvent[],
): TouchedBoard[] {
  const modeOf = new Map(Array.from(modes.values(), (mode) => [mode.number, mode]));
  const touched = new Map<
    string,
    { content: BoardContent; players: Set<number>; regions: Set<Region> }
  >();
  for (const { playerNumber, modeNumber, region, submittedAt } of games) {
    const mode = modeOf.get(modeNumber);
    if (mode === undefined) continue;
    for (const { board, multiplier } of boardsOf({ modeId: mode.id, submittedAt }, events)) {
      const content = { board, modeNumber, multiplier };
      const known = touched.get(board.name) ?? { content, players: new Set(), regions: new Set() };
      touched.set(board.name, known);
      known.players.add(playerNumber);
      known.regions.add(region);
    }
  }
  return Array.from(touched.values(), ({ content, players, regions }) => ({
    content,
    playerNumbers: [...players],
    regions,
  }));
}
