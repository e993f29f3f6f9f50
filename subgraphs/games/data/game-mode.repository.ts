import type { GameMode } from '../domain/game-mode.ts';
import type { Db } from './tables.ts';

export async function listGameModes(db: Db): Promise<GameMode[]> {
  const rows = await db.selectFrom('game_mode').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    maxScorePerGame: row.max_score_per_game,
    averageDurationMinutes: row.average_duration_minutes,
  }));
}
