import { sql } from 'kysely';
import type { MessageKey } from './message.repository.ts';
import type { Db, Tx } from './tables.ts';

export interface MinuteCounts {
  startedAt: Date;
  messages: number;
  deliveries: number;
  deliveryMs: number;
}

/** Adds to the counts of minutes; each minute at most once in the list. */
export async function addToMinutes(tx: Tx, minutes: readonly MinuteCounts[]): Promise<void> {
  if (minutes.length === 0) return;
  await sql`
    insert into activity_minute as minute (started_at, messages, deliveries, delivery_ms)
    select * from unnest(
      ${minutes.map(({ startedAt }) => startedAt)}::timestamptz[],
      ${minutes.map(({ messages }) => messages)}::integer[],
      ${minutes.map(({ deliveries }) => deliveries)}::integer[],
      ${minutes.map(({ deliveryMs }) => deliveryMs)}::bigint[]
    ) as counted (started_at, messages, deliveries, delivery_ms)
    order by started_at
    on conflict (started_at) do update set
      messages = minute.messages + excluded.messages,
      deliveries = minute.deliveries + excluded.deliveries,
      delivery_ms = minute.delivery_ms + excluded.delivery_ms
  `.execute(tx);
}

/** Since then, the oldest first; minutes in which nothing happened are not there. */
export async function listMinutes(db: Db, since: Date): Promise<MinuteCounts[]> {
  const { rows } = await sql<MinuteCounts>`
    select started_at as "startedAt", messages, deliveries, delivery_ms::float8 as "deliveryMs"
    from activity_minute where started_at >= ${since}
    order by started_at
  `.execute(db);
  return rows;
}

export async function purgeMinutes(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('activity_minute').where('started_at', '<', before).execute();
}

/** When these messages were sent, in this order; undefined where there is none. */
export async function findSentAt(
  db: Db,
  keys: readonly MessageKey[],
): Promise<(Date | undefined)[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ createdAt: Date | null }>`
    select message.created_at as "createdAt"
    from unnest(
      ${keys.map(({ conversationId }) => conversationId)}::uuid[],
      ${keys.map(({ sequence }) => sequence)}::integer[]
    ) with ordinality as asked (conversation_id, sequence, position)
    left join message using (conversation_id, sequence)
    order by asked.position
  `.execute(db);
  return rows.map(({ createdAt }) => createdAt ?? undefined);
}
