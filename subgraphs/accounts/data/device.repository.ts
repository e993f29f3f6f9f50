import { sql } from 'kysely';
import { MAX_DEVICES, type Device } from '../domain/device.ts';
import { anyOf } from '#platform/database/ids.ts';
import type { Db, Tx } from './tables.ts';

export interface NewDevice extends Device {
  token: string;
}

/** A token that somebody else had moves here; of too many devices the first goes. The user is locked. */
export async function saveDevice(tx: Tx, device: NewDevice): Promise<Device> {
  const { rows } = await sql<Device>`
    insert into device (id, user_id, token, platform, created_at)
    values (${device.id}, ${device.userId}, ${device.token}, ${device.platform}, ${device.createdAt})
    on conflict (token) do update set user_id = excluded.user_id, platform = excluded.platform
    returning id, user_id as "userId", platform, created_at as "createdAt"
  `.execute(tx);
  await sql`
    delete from device where id in (
      select id from device where user_id = ${device.userId} and token <> ${device.token}
      order by created_at desc, id desc offset ${MAX_DEVICES - 1}
    )
  `.execute(tx);
  return rows[0] ?? device;
}

export async function removeDevice(db: Db, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('device')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** By token, when the provider says that they are gone. */
export async function removeDevices(tx: Tx, tokens: readonly string[]): Promise<void> {
  if (tokens.length === 0) return;
  await sql`delete from device where token = any(${tokens}::text[])`.execute(tx);
}

export function listDevices(db: Db, userIds: readonly string[]): Promise<Device[]> {
  return db
    .selectFrom('device')
    .select(['id', 'user_id as userId', 'platform', 'created_at as createdAt'])
    .where('user_id', '=', anyOf(userIds))
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

export async function listDeviceOwners(tx: Tx, userIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('device')
    .select('user_id as userId')
    .distinct()
    .where('user_id', '=', anyOf(userIds))
    .execute();
  return rows.map(({ userId }) => userId);
}
