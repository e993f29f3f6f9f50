import { sql } from 'kysely';
import type { Db } from './tables.ts';

/** Whom a player follows, newest first. */
export async function listFollowed(db: Db, followerNumber: number): Promise<number[]> {
  const rows = await db
    .selectFrom('followed_player')
    .select('followed_number')
    .where('follower_number', '=', followerNumber)
    .orderBy('created_at', 'desc')
    .orderBy('followed_number')
    .execute();
  return rows.map(({ followed_number }) => followed_number);
}

/** Whom each of these players follows. */
export async function findFollowedOf(
  db: Db,
  followerNumbers: readonly number[],
): Promise<Map<number, Set<number>>> {
  const rows = await db
    .selectFrom('followed_player')
    .select(['follower_number', 'followed_number'])
    .where('follower_number', 'in', followerNumbers)
    .execute();
  const followedOf = new Map(followerNumbers.map((number) => [number, new Set<number>()]));
  for (const row of rows) followedOf.get(row.follower_number)?.add(row.followed_number);
  return followedOf;
}

/** False when there are `limit` already; true also when the player was followed before. */
export async function insertFollowed(
  db: Db,
  followerNumber: number,
  followedNumber: number,
  limit: number,
  createdAt: Date,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    // Holds the follower, so that two at once cannot both be the last.
    await sql`select from player where number = ${followerNumber} for update`.execute(tx);
    const followed = await listFollowed(tx, followerNumber);
    if (followed.includes(followedNumber)) return true;
    if (followed.length >= limit) return false;
    await tx
      .insertInto('followed_player')
      .values({
        follower_number: followerNumber,
        followed_number: followedNumber,
        created_at: createdAt,
      })
      .execute();
    return true;
  });
}

export async function deleteFollowed(
  db: Db,
  followerNumber: number,
  followedNumber: number,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('followed_player')
    .where('follower_number', '=', followerNumber)
    .where('followed_number', '=', followedNumber)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
