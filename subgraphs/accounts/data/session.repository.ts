import type { RefreshToken } from '../domain/refresh.ts';
import type { Db, Tx } from './tables.ts';

export interface NewSession {
  id: string;
  userId: string;
  createdAt: Date;
  expiresAt: Date;
}

export interface NewRefreshToken {
  hash: Buffer;
  sessionId: string;
  userId: string;
  createdAt: Date;
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      user_id: session.userId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      revoked_at: null,
    })
    .execute();
}

export async function insertRefreshToken(tx: Tx, token: NewRefreshToken): Promise<void> {
  await tx
    .insertInto('refresh_token')
    .values({
      hash: token.hash,
      session_id: token.sessionId,
      user_id: token.userId,
      created_at: token.createdAt,
      used_at: null,
    })
    .execute();
}

export function findRefreshToken(db: Db, hash: Buffer): Promise<RefreshToken | undefined> {
  return selectToken(db, hash).executeTakeFirst();
}

/** Holds the token's row: of two who present the same token the second sees that it was used. */
export function lockRefreshToken(tx: Tx, hash: Buffer): Promise<RefreshToken | undefined> {
  return selectToken(tx, hash).forUpdate('refresh_token').executeTakeFirst();
}

function selectToken(db: Db, hash: Buffer) {
  return db
    .selectFrom('refresh_token')
    .innerJoin('session', 'session.id', 'refresh_token.session_id')
    .select([
      'session.user_id as userId',
      'session.id as sessionId',
      'refresh_token.used_at as usedAt',
      'session.expires_at as expiresAt',
      'session.revoked_at as revokedAt',
    ])
    .where('refresh_token.hash', '=', hash);
}

export async function markUsed(tx: Tx, hash: Buffer, usedAt: Date): Promise<void> {
  await tx.updateTable('refresh_token').set({ used_at: usedAt }).where('hash', '=', hash).execute();
}

/** False when the session was ended in the meantime. */
export async function extendSession(tx: Tx, id: string, expiresAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ expires_at: expiresAt })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function revokeSession(db: Db, id: string, revokedAt: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ revoked_at: revokedAt })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Deletes sessions that ended before that time, up to `limit`, with their tokens; returns how many. */
export async function deleteEndedSessions(db: Db, before: Date, limit: number): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('id', 'in', (eb) =>
      eb.selectFrom('session').select('id').where('expires_at', '<', before).limit(limit),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
