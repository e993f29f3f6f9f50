import type { GameEvent } from '../domain/boards.ts';
import type { Db } from './tables.ts';

export interface NamedGameEvent extends GameEvent {
  name: string;
}

/** Those that are not over at that time, and `limit` at most: the next to end first. */
export async function listGameEvents(
  db: Db,
  notOverAt: Date,
  limit: number,
): Promise<NamedGameEvent[]> {
  const rows = await db
    .selectFrom('game_event')
    .selectAll()
    .where('ends_at', '>', notOverAt)
    .orderBy('ends_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toGameEvent);
}

export async function findGameEvent(db: Db, id: string): Promise<NamedGameEvent | undefined> {
  const row = await db.selectFrom('game_event').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toGameEvent(row);
}

function toGameEvent(row: {
  id: string;
  name: string;
  mode_id: string;
  starts_at: Date;
  ends_at: Date;
  multiplier: number;
}): NamedGameEvent {
  const { id, name, mode_id: modeId, starts_at: startsAt, ends_at: endsAt, multiplier } = row;
  return { id, name, modeId, startsAt, endsAt, multiplier };
}
