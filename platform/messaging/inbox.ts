import { sql, type Kysely, type Transaction } from 'kysely';
import type { Envelope } from '../bus/bus.ts';
import { messagingDb, messagingTx, type MessagingTables } from './tables.ts';

/**
 * Records events in the transaction of their effect, and returns those that this consumer has not recorded
 * before, in their order. One statement a batch. A transaction that records the same event at the same
 * time is waited for.
 *
 * `consumer` names the effect, not the process: usually the consumer group.
 */
export async function firstDeliveries<
  Tables extends MessagingTables,
  Event extends Pick<Envelope, 'id'>,
>(tx: Transaction<Tables>, consumer: string, events: readonly Event[]): Promise<Event[]> {
  if (events.length === 0) return [];
  const ids = events.map(({ id }) => id);
  // In the order of ids, so that two transactions with the same events cannot deadlock.
  const { rows } = await sql<{ event_id: string }>`
    insert into inbox (consumer, event_id)
    select distinct ${consumer}, id from unnest(${ids}::uuid[]) as event (id) order by id
    on conflict do nothing
    returning event_id
  `.execute(messagingTx(tx));

  const first = new Set(rows.map(({ event_id }) => event_id));
  // Deleting as it goes leaves out a repeat inside the batch.
  return events.filter(({ id }) => first.delete(id.toLowerCase()));
}

/**
 * Forgets events received before that time, and returns how many. It has to be longer ago than any event
 * can be repeated: the replay of the outbox, and a redrive of dead letters.
 */
export async function purgeInbox<Tables extends MessagingTables>(
  db: Kysely<Tables>,
  olderThan: Date,
): Promise<number> {
  const { numDeletedRows } = await messagingDb(db)
    .deleteFrom('inbox')
    .where('received_at', '<', olderThan)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
