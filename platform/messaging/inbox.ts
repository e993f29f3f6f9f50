import { sql, type Kysely, type Transaction } from 'kysely';
import { executeWithNext } from '../database/later.ts';
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
  const { rows } = await recording(consumer, events).execute(messagingTx(tx));
  return firstOf(events, rows);
}

/**
 * The same, in one round trip with what `next` asks first, which is to be a statement of this transaction that it waits for. It is
 * for all of the events: it is asked before it is known which of them are new.
 */
export async function firstDeliveriesWith<
  Tables extends MessagingTables,
  Event extends Pick<Envelope, 'id'>,
  Answer,
>(
  tx: Transaction<Tables>,
  consumer: string,
  events: readonly Event[],
  next: () => Promise<Answer>,
): Promise<[first: Event[], answer: Answer]> {
  if (events.length === 0) return [[], await next()];
  const recorded = await executeWithNext(messagingTx(tx), recording(consumer, events));
  const answer = await next();
  return [firstOf(events, recorded()), answer];
}

interface Recorded {
  event_id: string;
}

/** In the order of ids, so that two transactions with the same events cannot deadlock. */
function recording(consumer: string, events: readonly Pick<Envelope, 'id'>[]) {
  const ids = events.map(({ id }) => id);
  return sql<Recorded>`
    insert into inbox (consumer, event_id)
    select distinct ${consumer}, id from unnest(${ids}::uuid[]) as event (id) order by id
    on conflict do nothing
    returning event_id
  `;
}

function firstOf<Event extends Pick<Envelope, 'id'>>(
  events: readonly Event[],
  recorded: readonly Recorded[],
): Event[] {
  const first = new Set(recorded.map(({ event_id }) => event_id));
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
