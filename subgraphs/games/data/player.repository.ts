import { sql } from 'kysely';
import { isUniqueViolation } from '#platform/database/store.ts';
import type { KnownPlayer, Player } from '../domain/player.ts';
import type { Db } from './tables.ts';

const KNOWN_COLUMNS = sql.raw('id, number, user_id as "userId", username, region');
const COLUMNS = sql`${KNOWN_COLUMNS}, created_at as "createdAt"`;

export type NewPlayer = Omit<Player, 'number'>;
export type InsertedPlayer = Player | 'USERNAME_TAKEN' | 'USER_HAS_PLAYER';

export async function insertPlayer(db: Db, player: NewPlayer): Promise<InsertedPlayer> {
  const { id, userId, username, region, createdAt } = player;
  try {
    const { number } = await db
      .insertInto('player')
      .values({ id, user_id: userId, username, region, created_at: createdAt })
      .returning('number')
      .executeTakeFirstOrThrow();
    return { ...player, number };
  } catch (error) {
    if (isUniqueViolation(error, 'player_username_key')) return 'USERNAME_TAKEN';
    if (isUniqueViolation(error, 'player_user_id_key')) return 'USER_HAS_PLAYER';
    throw error;
  }
}

export async function findPlayers(db: Db, ids: readonly string[]): Promise<KnownPlayer[]> {
  const { rows } = await sql<KnownPlayer>`
    select ${KNOWN_COLUMNS} from player where id = any(${ids}::uuid[])
  `.execute(db);
  return rows;
}

/** Of the `newest` players those whose numbers are greater than `after`, least first. */
export async function listNewestPlayers(
  db: Db,
  { newest, after, limit }: { newest: number; after: number; limit: number },
): Promise<KnownPlayer[]> {
  const { rows } = await sql<KnownPlayer>`
    select ${KNOWN_COLUMNS} from player
    where number > greatest(${after}::bigint, (select max(number) from player) - ${newest}::bigint)
    order by number
    limit ${limit}
  `.execute(db);
  return rows;
}

export async function findPlayersByNumber(
  db: Db,
  numbers: readonly number[],
): Promise<KnownPlayer[]> {
  const { rows } = await sql<KnownPlayer>`
    select ${KNOWN_COLUMNS} from player where number = any(${numbers}::bigint[])
  `.execute(db);
  return rows;
}

export interface PlayerCreation {
  number: number;
  createdAt: Date;
}

export async function findPlayerCreations(
  db: Db,
  numbers: readonly number[],
): Promise<PlayerCreation[]> {
  const { rows } = await sql<PlayerCreation>`
    select number, created_at as "createdAt" from player where number = any(${numbers}::bigint[])
  `.execute(db);
  return rows;
}

export async function findPlayersOfUsers(db: Db, userIds: readonly string[]): Promise<Player[]> {
  const { rows } = await sql<Player>`
    select ${COLUMNS} from player where user_id = any(${userIds}::uuid[])
  `.execute(db);
  return rows;
}

/** The greatest character of byte order: what begins with a text lies between the text and the text with it. */
const LAST_CHARACTER = '\u{10FFFF}';

/** Whose name begins so, in byte order of the lower case. */
export async function searchPlayers(db: Db, prefix: string, limit: number): Promise<Player[]> {
  const least = prefix.toLowerCase();
  const { rows } = await sql<Player>`
    select ${COLUMNS} from player
    where lower(username) collate "C" >= ${least}
      and lower(username) collate "C" < ${least + LAST_CHARACTER}
    order by lower(username) collate "C"
    limit ${limit}
  `.execute(db);
  return rows;
}
