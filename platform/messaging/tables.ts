import type { ColumnType, Generated, JSONColumnType, Kysely, Transaction } from 'kysely';

/** The tables of `migrations/`, which every subgraph's database has. */
export interface MessagingTables {
  inbox: { consumer: string; event_id: string; received_at: Generated<Date> };
  outbox: {
    /** Cast to text where it is read: its JavaScript type depends on the client's settings. */
    id: ColumnType<string, never, never>;
    topic: string;
    key: string;
    envelope: JSONColumnType<object>;
    created_at: Generated<Date>;
  };
  /** Those of the outbox that are not published yet. */
  outbox_waiting: MessagingTables['outbox'];
  outbox_position: {
    is_only: Generated<boolean>;
    /** An int8multirange in its text form. */
    waiting: string;
  };
  outbox_batch: { published_at: Generated<Date>; ids: string };
  outbox_epoch: { is_only: Generated<boolean>; epoch: string };
  dead_letter: {
    id: string;
    consumer: string;
    topic: string;
    event_id: string;
    envelope: JSONColumnType<object>;
    error: string;
    attempts: number;
    failed_at: Date;
    state: Generated<'OPEN' | 'REDRIVEN' | 'DISCARDED'>;
    decided_at: Date | null;
    decided_by: string | null;
    reason: string | null;
  };
}

// Kysely's table types are invariant, so a wider schema has to be narrowed by hand.

export function messagingDb<Tables extends MessagingTables>(
  db: Kysely<Tables>,
): Kysely<MessagingTables> {
  return db as unknown as Kysely<MessagingTables>;
}

export function messagingTx<Tables extends MessagingTables>(
  tx: Transaction<Tables>,
): Transaction<MessagingTables> {
  return tx as unknown as Transaction<MessagingTables>;
}
