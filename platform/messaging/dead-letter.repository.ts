import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Envelope } from '../bus/bus.ts';
import type { Position } from '../graphql/page.ts';
import type { DeadLetter } from './dead-letters.ts';
import { messagingDb, messagingTx, type MessagingTables } from './tables.ts';

export type DeadLetterState = 'OPEN' | 'REDRIVEN' | 'DISCARDED';

/** A dead letter as it is kept, with what became of it. */
export interface KeptDeadLetter extends Omit<DeadLetter, 'failedAt'> {
  id: string;
  failedAt: Date;
  state: DeadLetterState;
  decidedAt: Date | null;
  decidedBy: string | null;
  /** Why it was discarded. */
  reason: string | null;
}

export interface DeadLetterFilter {
  group: string | undefined;
  state: DeadLetterState;
}

/** Which ones: by id, or the oldest of a group. */
export type DeadLetterChoice = { ids: readonly string[] } | { group: string; limit: number };

export interface Decision {
  at: Date;
  /** A user's id. */
  by: string;
}

const columns = sql`id, consumer as "group", topic, envelope, error, attempts, failed_at as "failedAt",
  state, decided_at as "decidedAt", decided_by as "decidedBy", reason`;

/** Keeps letters. One that is open already, or was decided since, is a repeat and changes nothing. */
export async function keepDeadLetters<Tables extends MessagingTables>(
  tx: Transaction<Tables>,
  letters: readonly DeadLetter[],
  newId: () => string,
): Promise<void> {
  if (letters.length === 0) return;
  await sql`
    insert into dead_letter (id, consumer, topic, event_id, envelope, error, attempts, failed_at)
    select * from unnest(
      ${letters.map(() => newId())}::uuid[],
      ${letters.map(({ group }) => group)}::text[],
      ${letters.map(({ topic }) => topic)}::text[],
      ${letters.map(({ envelope }) => envelope.id)}::uuid[],
      ${letters.map(({ envelope }) => JSON.stringify(envelope))}::jsonb[],
      ${letters.map(({ error }) => error)}::text[],
      ${letters.map(({ attempts }) => attempts)}::integer[],
      ${letters.map(({ failedAt }) => failedAt)}::timestamptz[]
    ) as letter (id, consumer, topic, event_id, envelope, error, attempts, failed_at)
    where not exists (
      select from dead_letter as known
      where known.consumer = letter.consumer and known.event_id = letter.event_id
        and known.failed_at >= letter.failed_at
    )
    on conflict do nothing
  `.execute(messagingTx(tx));
}

/** Newest first, up to one more than `first`. */
export async function listDeadLetters<Tables extends MessagingTables>(
  db: Kysely<Tables>,
  { group, state }: DeadLetterFilter,
  { first, after }: { first: number; after: { failedAt: Date; id: string } | undefined },
): Promise<KeptDeadLetter[]> {
  const { rows } = await sql<KeptDeadLetter>`
    select ${columns} from dead_letter
    where state = ${state}
      ${group === undefined ? sql`` : sql`and consumer = ${group}`}
      ${after === undefined ? sql`` : sql`and (failed_at, id) < (${after.failedAt}, ${after.id})`}
    order by failed_at desc, id desc limit ${first + 1}
  `.execute(messagingDb(db));
  return rows;
}

export const positionOfDeadLetter = ({ failedAt, id }: KeptDeadLetter): Position => [
  failedAt.getTime(),
  id,
];

/** Open ones by group. */
export async function countDeadLetters<Tables extends MessagingTables>(
  db: Kysely<Tables>,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ group: string; count: number }>`
    select consumer as "group", count(*) as count from dead_letter where state = 'OPEN' group by 1
  `.execute(messagingDb(db));
  return new Map(rows.map(({ group, count }) => [group, count]));
}

/**
 * Marks open letters as redriven and returns them. Of two who decide about one letter at once the second
 * finds it decided, and gets it not.
 */
export function markRedriven<Tables extends MessagingTables>(
  tx: Transaction<Tables>,
  choice: DeadLetterChoice,
  decision: Decision,
): Promise<KeptDeadLetter[]> {
  return decide(tx, choice, decision, sql`state = 'REDRIVEN'`);
}

/** Marks open letters as discarded and returns them. */
export function markDiscarded<Tables extends MessagingTables>(
  tx: Transaction<Tables>,
  choice: DeadLetterChoice,
  decision: Decision & { reason: string },
): Promise<KeptDeadLetter[]> {
  return decide(tx, choice, decision, sql`state = 'DISCARDED', reason = ${decision.reason}`);
}

async function decide<Tables extends MessagingTables>(
  tx: Transaction<Tables>,
  choice: DeadLetterChoice,
  { at, by }: Decision,
  change: RawBuilder<unknown>,
): Promise<KeptDeadLetter[]> {
  const chosen =
    'ids' in choice
      ? sql`and id = any(${choice.ids}::uuid[]) order by id`
      : sql`and consumer = ${choice.group} order by failed_at, id limit ${choice.limit}`;
  const { rows } = await sql<KeptDeadLetter & { envelope: Envelope }>`
    with chosen as materialized (
      select id from dead_letter where state = 'OPEN' ${chosen} for update
    ), decided as (
      update dead_letter set ${change}, decided_at = ${at}, decided_by = ${by}
      where id in (select id from chosen)
      returning *
    )
    select ${columns} from decided order by failed_at, id
  `.execute(messagingTx(tx));
  return rows;
}

/** Forgets letters that were decided before that time, and returns how many. Open ones stay. */
export async function purgeDeadLetters<Tables extends MessagingTables>(
  db: Kysely<Tables>,
  olderThan: Date,
): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from dead_letter where state <> 'OPEN' and decided_at < ${olderThan}
  `.execute(messagingDb(db));
  return Number(numAffectedRows);
}
