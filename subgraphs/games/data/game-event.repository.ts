import { sql } from 'kysely';
import type { GameEvent } from '../domain/boards.ts';
import type { Db } from './tables.ts';

export interface NamedGameEvent extends GameEvent {
  name: string;
  cancelledAt: Date | null;
}

const COLUMNS = sql.raw(
  'id, name, mode_id as "modeId", starts_at as "startsAt", ends_at as "endsAt", multiplier, cancelled_at as "cancelledAt"',
);

/** One that was cancelled before its start never was. */
const TOOK_PLACE = sql.raw('(cancelled_at is null or cancelled_at >= starts_at)');

/** Those that are not over at that time, and `limit` at most: the next to end first. */
export async function listGameEvents(
  db: Db,
  notOverAt: Date,
  limit: number,
): Promise<NamedGameEvent[]> {
  const { rows } = await sql<NamedGameEvent>`
    select ${COLUMNS} from game_event where ends_at > ${notOverAt} and ${TOOK_PLACE}
    order by ends_at, id limit ${limit}
  `.execute(db);
  return rows;
}

/** All there were and are to come, the latest start first; cancelled ones too. */
export async function listAllGameEvents(
  db: Db,
  options: { modeId: string | undefined; endedAfter: Date | undefined; limit: number },
): Promise<NamedGameEvent[]> {
  const { modeId, endedAfter, limit } = options;
  const { rows } = await sql<NamedGameEvent>`
    select ${COLUMNS} from game_event
    where ends_at > ${endedAfter ?? '-infinity'}::timestamptz
      and (${modeId ?? null}::text is null or mode_id = ${modeId ?? null})
      and (${endedAfter === undefined}::boolean or cancelled_at is null)
    order by starts_at desc, id desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Those whose end lies in that time. */
export async function listEndedEvents(db: Db, from: Date, to: Date): Promise<NamedGameEvent[]> {
  const { rows } = await sql<NamedGameEvent>`
    select ${COLUMNS} from game_event
    where ends_at > ${from} and ends_at <= ${to} and ${TOOK_PLACE}
    order by ends_at, id
  `.execute(db);
  return rows;
}

/** Those that overlap a time, of any age. */
export async function listEventsDuring(db: Db, from: Date, to: Date): Promise<NamedGameEvent[]> {
  const { rows } = await sql<NamedGameEvent>`
    select ${COLUMNS} from game_event
    where starts_at <= ${to} and ends_at > ${from} and ${TOOK_PLACE}
  `.execute(db);
  return rows;
}

export async function findGameEvent(db: Db, id: string): Promise<NamedGameEvent | undefined> {
  return (await findGameEvents(db, [id]))[0];
}

/** In no order; those that do not exist are left out. */
export async function findGameEvents(db: Db, ids: readonly string[]): Promise<NamedGameEvent[]> {
  const { rows } = await sql<NamedGameEvent>`
    select ${COLUMNS} from game_event where id = any(${ids}::uuid[])
  `.execute(db);
  return rows;
}

export async function insertGameEvent(
  db: Db,
  event: GameEvent & { name: string; createdAt: Date; createdBy: string },
): Promise<void> {
  const { id, name, modeId, startsAt, endsAt, multiplier, createdAt, createdBy } = event;
  await db
    .insertInto('game_event')
    .values({
      id,
      name,
      mode_id: modeId,
      starts_at: startsAt,
      ends_at: endsAt,
      multiplier,
      created_at: createdAt,
      created_by: createdBy,
      cancelled_at: null,
    })
    .execute();
}

/**
 * Ends an event at `endsAt`, or keeps it from taking place when it has not begun; undefined when it is
 * over or cancelled already.
 */
export async function cancelGameEvent(
  db: Db,
  id: string,
  { cancelledAt, endsAt }: { cancelledAt: Date; endsAt: Date },
): Promise<NamedGameEvent | undefined> {
  const { rows } = await sql<NamedGameEvent>`
    update game_event set cancelled_at = ${cancelledAt}::timestamptz,
      ends_at = case when starts_at > ${cancelledAt}::timestamptz then ends_at
        else least(ends_at, ${endsAt}::timestamptz) end
    where id = ${id}::uuid and cancelled_at is null and ends_at > ${cancelledAt}::timestamptz
    returning ${COLUMNS}
  `.execute(db);
  return rows[0];
}
