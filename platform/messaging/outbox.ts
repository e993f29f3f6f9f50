import { sql, type Kysely, type Transaction } from 'kysely';
import { executeLater } from '../database/later.ts';
import type { BusMessage, Envelope } from '../bus/bus.ts';
import { activeTrace } from '../telemetry/trace.ts';
import { messagingDb, messagingTx, type MessagingTables } from './tables.ts';

const transactionsWithEvents = new WeakSet<object>();

/** Whether the transaction, the object itself, has queued events: then the relay has something to do after its commit. */
export function hasEvents(tx: object): boolean {
  return transactionsWithEvents.has(tx);
}

/**
 * Queues events in the caller's transaction; the relay publishes them after the commit, in this order.
 *
 * Events of one key keep the order of their transactions only when these exclude each other: lock the
 * aggregate's row first, then append. An event that is written in traced work carries its trace.
 */
export async function appendToOutbox<Tables extends MessagingTables>(
  tx: Transaction<Tables>,
  messages: readonly BusMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  transactionsWithEvents.add(tx);
  const topics = messages.map(({ topic }) => topic);
  const keys = messages.map(({ envelope }) => envelope.key);
  const envelopes = messages.map(({ envelope }) => JSON.stringify(traced(envelope)));
  // As lines, for JSON has none of its own: in an array every quotation mark would be escaped.
  // The transaction has its id before its events have theirs: so the relay can tell when an id that it does not see
  // was given up (`outbox-position.ts`).
  await executeLater(
    messagingTx(tx),
    sql`
    with writer as materialized (select pg_current_xact_id())
    insert into outbox (topic, key, envelope)
    select topic, key, envelope::json
    from writer, rows from (
      unnest(${topics}::text[], ${keys}::text[]), string_to_table(${envelopes.join('\n')}, ${'\n'})
    ) with ordinality as message (topic, key, envelope, position)
    order by position
  `,
  );
}

/** The work itself comes before the trace that it was handed: it is the nearer cause. */
function traced(envelope: Envelope): Envelope {
  const trace = activeTrace(envelope.key);
  return trace === undefined ? envelope : { ...envelope, trace: trace.traceparent };
}

/**
 * Deletes events published before that time, and returns how many. It has to be longer ago than the
 * relay's `replayMs`, or a broker that loses its memory cannot be given them again.
 */
export async function purgeOutbox<Tables extends MessagingTables>(
  db: Kysely<Tables>,
  olderThan: Date,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    with old as (delete from outbox_batch where published_at < ${olderThan} returning ids),
      spans as (select span from old, unnest(ids) as span)
    delete from outbox using spans where id >= lower(span) and id < upper(span)
  `.execute(messagingDb(db));
  return Number(numAffectedRows);
}
