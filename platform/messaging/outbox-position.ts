import { sql, type Kysely, type Transaction } from 'kysely';
import type { WrittenMessage } from '../bus/bus.ts';
import { executeWithNext } from '../database/later.ts';
import type { MessagingTables } from './tables.ts';

// What of the outbox is published is told by ranges of ids, in one row that only the relay with the lock changes.
// Ids grow with the order of events of one key, and are given out before their transaction commits. So a batch may
// pass by ids that it does not see: these stay among those that wait, as gaps.

type Tx = Transaction<MessagingTables>;

export interface WaitingMessage extends WrittenMessage {
  id: number;
}

/** The oldest that wait. The caller has the relay's lock, in a statement before this one. */
export async function listWaiting(tx: Tx, limit: number): Promise<WaitingMessage[]> {
  // A look into each span stops at the limit: the last one has no end.
  const { rows } = await sql<WaitingMessage>`
    select event.id::float8 as id, event.topic, event.key, event.envelope::text as body
    from outbox_position, unnest(waiting) as span, lateral (
      select * from outbox
      where id >= lower(span) and id < coalesce(upper(span), 9223372036854775807)
      order by id limit ${limit}
    ) as event
    order by event.id limit ${limit}
  `.execute(tx);
  return rows;
}

/** Ids that were passed by: each is committed later, or was given up by a transaction that ended before `writer`. */
export interface Gaps {
  spans: string;
  /** The transaction that has seen them. */
  writer: string;
}

/**
 * Takes these ids, in their order, from those that wait. Answers the gaps that are left before the last of all, when the next
 * statement of the transaction, or its commit, is answered.
 */
export async function markPublished(
  tx: Tx,
  ids: readonly number[],
): Promise<() => Gaps | undefined> {
  const published = toMultirange(ids);
  const marked = await executeWithNext(
    tx,
    sql<{ spans: string | null; writer: string }>`
    with marked as (
      update outbox_position set waiting = waiting - ${published}::int8multirange returning waiting
    ), noted as (
      insert into outbox_batch (ids) values (${published}::int8multirange)
    )
    select (
      select range_agg(span)::text from marked, unnest(waiting) as span where not upper_inf(span)
    ) as spans, pg_current_xact_id()::text as writer
  `,
  );
  return () => {
    const [{ spans, writer } = { spans: null, writer: '' }] = marked();
    return spans === null ? undefined : { spans, writer };
  };
}

/**
 * Forgets gaps that nobody will fill: when all transactions that had begun to write before the gaps were seen have
 * ended, what of theirs is not there was rolled back. Writers have their transaction's id before the ids of their
 * events (`appendToOutbox`), so none of them can be younger. False when one of them still runs.
 */
export async function closeGaps(tx: Tx, { spans, writer }: Gaps): Promise<boolean> {
  // One statement, and so one snapshot: what has ended by it is seen by it.
  const { numAffectedRows = 0n } = await sql`
    update outbox_position set waiting = waiting - (
      select coalesce(range_agg(span), '{}') from unnest(${spans}::int8multirange) as span
      where not exists (select from outbox where id >= lower(span) and id < upper(span))
    )
    where pg_snapshot_xmin(pg_current_snapshot()) >= ${writer}::xid8
  `.execute(tx);
  return numAffectedRows > 0n;
}

/** Lets wait again what was published lately, and answers how many events that are at most. */
export async function publishAgain(tx: Tx, lastMs: number): Promise<number> {
  const { rows } = await sql<{ events: number }>`
    with recent as (
      delete from outbox_batch
      where published_at > clock_timestamp() - ${lastMs} * interval '1 millisecond'
      returning ids
    ), again as (
      update outbox_position
      set waiting = waiting + (select coalesce(range_agg(ids), '{}') from recent)
    )
    select coalesce(sum(upper(span) - lower(span)), 0)::float8 as events
    from recent, unnest(ids) as span
  `.execute(tx);
  return rows[0]?.events ?? 0;
}

export async function hasWaiting(db: Kysely<MessagingTables>): Promise<boolean> {
  // In order and with a limit, so that it is a look into the index and not at all of the table.
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from outbox_position, unnest(waiting) as span, lateral (
        select from outbox
        where id >= lower(span) and id < coalesce(upper(span), 9223372036854775807)
        order by id limit 1
      ) as event
    ) as found
  `.execute(db);
  return rows[0]?.found === true;
}

export async function countWaiting(db: Kysely<MessagingTables>): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from outbox_waiting`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** Ascending ids as an int8multirange: neighbours share a range. */
export function toMultirange(ids: readonly number[]): string {
  const spans: [from: number, behind: number][] = [];
  for (const id of ids) {
    const last = spans.at(-1);
    if (last?.[1] === id) last[1] = id + 1;
    else spans.push([id, id + 1]);
  }
  return `{${spans.map(([from, behind]) => `[${from},${behind})`).join(',')}}`;
}
