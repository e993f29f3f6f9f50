import { sql } from 'kysely';
import type { MediaFile } from '../domain/media.ts';
import type { Db, Tx } from './tables.ts';

export interface MediaRow {
  id: string;
  ownerId: string;
  state: 'EXPECTED' | 'READY' | 'USED' | 'DISCARDED';
  uploadKey: string;
  contentType: string;
  sizeBytes: number;
  file: MediaFile | null;
}

const COLUMNS = sql.raw(`
  id, owner_id as "ownerId", state, upload_key as "uploadKey", content_type as "contentType",
  size_bytes as "sizeBytes", file`);

/** False when the owner has `limit` that are in no message yet. */
export async function insertMedia(
  tx: Tx,
  media: Omit<MediaRow, 'state' | 'file'> & { createdAt: Date },
  limit: number,
): Promise<boolean> {
  const { id, ownerId, uploadKey, contentType, sizeBytes, createdAt } = media;
  // One at a time for each user, so that two at once cannot both be the last.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`media:${ownerId}`}, 0))`.execute(tx);
  const { rows } = await sql`
    insert into media (id, owner_id, state, upload_key, content_type, size_bytes, created_at)
    select ${id}, ${ownerId}, 'EXPECTED', ${uploadKey}, ${contentType}, ${sizeBytes}::integer, ${createdAt}
    where (
      select count(*) from media where owner_id = ${ownerId} and state in ('EXPECTED', 'READY')
    ) < ${limit}
    returning id
  `.execute(tx);
  return rows.length > 0;
}

export async function findMedia(
  db: Db,
  ownerId: string,
  id: string,
): Promise<MediaRow | undefined> {
  const { rows } = await sql<MediaRow>`
    select ${COLUMNS} from media where id = ${id} and owner_id = ${ownerId}
  `.execute(db);
  return rows[0];
}

/** Of two that look at the same upload, the first one's file stays: false for the other. */
export async function saveFile(db: Db, id: string, file: MediaFile): Promise<boolean> {
  const { rows } = await sql`
    update media set state = 'READY', file = ${JSON.stringify(file)}::jsonb
    where id = ${id} and state = 'EXPECTED'
    returning id
  `.execute(db);
  return rows.length > 0;
}

/** Files that can be sent by their owners, by id; held until the end of the transaction. */
export async function lockReadyMedia(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { ownerId: string; file: MediaFile }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; ownerId: string; file: MediaFile }>`
    select id, owner_id as "ownerId", file from media
    where id = any(${ids}::uuid[]) and state = 'READY'
    order by id
    for update
  `.execute(tx);
  return new Map(rows.map(({ id, ownerId, file }) => [id, { ownerId, file }]));
}

export async function markMedia(
  tx: Tx,
  ids: readonly string[],
  state: 'USED' | 'DISCARDED',
): Promise<void> {
  if (ids.length === 0) return;
  await sql`update media set state = ${state} where id = any(${ids}::uuid[])`.execute(tx);
}

/** What can be deleted: in no message since then, or of a message that was taken back. */
export async function discardMedia(tx: Tx, olderThan: Date, limit: number): Promise<MediaRow[]> {
  const { rows } = await sql<MediaRow>`
    update media set state = 'DISCARDED'
    where id in (
      select id from media
      where state = 'DISCARDED' or (state in ('EXPECTED', 'READY') and created_at < ${olderThan})
      order by created_at
      limit ${limit}
      for update skip locked
    )
    returning ${COLUMNS}
  `.execute(tx);
  return rows;
}

export async function deleteMedia(db: Db, ids: readonly string[]): Promise<void> {
  await sql`delete from media where id = any(${ids}::uuid[]) and state = 'DISCARDED'`.execute(db);
}
