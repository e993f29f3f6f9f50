import { isId } from '#platform/database/ids.ts';
import type { Db, Tables } from './tables.ts';

export interface PartnerKey {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdAt: Date;
  revokedAt: Date | null;
  pointsPerMinute: number | null;
}

/** The dashboard shows them all at once. */
const MAX_LISTED = 1_000;

export async function insertPartnerKey(
  db: Db,
  { hash, ...key }: PartnerKey & { hash: Buffer },
): Promise<PartnerKey> {
  const { id, name, prefix, scopes, createdAt, pointsPerMinute } = key;
  await db
    .insertInto('partner_key')
    .values({
      id,
      hash,
      prefix,
      name,
      scopes,
      created_at: createdAt,
      revoked_at: null,
      points_per_minute: pointsPerMinute,
    })
    .execute();
  return key;
}

/** Newest first. */
export async function listPartnerKeys(db: Db): Promise<PartnerKey[]> {
  const rows = await db
    .selectFrom('partner_key')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MAX_LISTED)
    .execute();
  return rows.map(toPartnerKey);
}

/** A key that works; none when it is unknown or revoked. */
export async function findWorkingPartnerKey(db: Db, hash: Buffer): Promise<PartnerKey | undefined> {
  const row = await db
    .selectFrom('partner_key')
    .selectAll()
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row && toPartnerKey(row);
}

/** Also one that is revoked. */
export async function findPartnerKey(db: Db, id: string): Promise<PartnerKey | undefined> {
  if (!isId(id)) return undefined;
  const row = await db
    .selectFrom('partner_key')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toPartnerKey(row);
}

/** Keeps the time of the first revocation. */
export async function revokePartnerKey(
  db: Db,
  id: string,
  revokedAt: Date,
): Promise<PartnerKey | undefined> {
  if (!isId(id)) return undefined;
  const row = await db
    .updateTable('partner_key')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(revokedAt)) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  return row && toPartnerKey(row);
}

function toPartnerKey(row: Tables['partner_key']): PartnerKey {
  const { id, name, prefix, scopes } = row;
  return {
    id,
    name,
    prefix,
    scopes,
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
    pointsPerMinute: row.points_per_minute,
  };
}
