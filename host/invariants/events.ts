import { DATABASES, MAX_VIOLATIONS, type Finding, type Invariant } from './invariant.ts';
import { rowCheck } from './row-check.ts';

/** Events of each inbox that are looked for in the outboxes: the newest, or this many of them. */
const EVENTS_LOOKED_AT = 20_000;
/** Outboxes keep what was published for a day. */
const OUTBOX_REMEMBERS_MS = 23 * 60 * 60_000;

const published: readonly Invariant[] = DATABASES.map((database) =>
  rowCheck({
    name: `outbox-leaves-${database}`,
    says: `what ${database} has committed is published`,
    database,
    rows: 'from outbox_waiting',
    isBroken: `created_at < $1::timestamptz - $2 * interval '1 ms'`,
    subject: 'id',
    text: `format('event %s of %s, committed at %s', envelope ->> 'id', envelope ->> 'type', created_at)`,
    values: ({ now, sagaLimitMs }) => [now, sagaLimitMs],
  }),
);

interface Received {
  consumer: string;
  id: string;
}

/** What was handled was committed: a rolled back transaction has told nobody. */
const committed: Invariant = {
  name: 'inbox-from-outbox',
  says: 'every event that was handled is in an outbox: nothing was told that was not committed',
  isEventual: false,
  async check({ query }, { now }): Promise<Finding> {
    const since = new Date(now.getTime() - OUTBOX_REMEMBERS_MS);
    // Inboxes first: what they have by now, outboxes had before.
    const received = await Promise.all(
      DATABASES.map((database) =>
        query<Received>(
          database,
          `select consumer, event_id::text as id from inbox
           where received_at > $1 order by received_at desc limit $2`,
          [since, EVENTS_LOOKED_AT],
        ),
      ),
    );
    const all = received.flat();
    const known = new Set<string>();
    for (const database of DATABASES) {
      const rows = await query<{ id: string }>(
        database,
        `select envelope ->> 'id' as id from outbox where (envelope ->> 'id')::uuid = any($1::uuid[])`,
        [Array.from(new Set(all.map(({ id }) => id)))],
      );
      for (const { id } of rows) known.add(id);
    }
    const unknown = all.filter(({ id }) => !known.has(id));
    return {
      looked: all.length,
      broken: unknown.length,
      violations: unknown
        .slice(0, MAX_VIOLATIONS)
        .map(({ consumer, id }) => ({ subject: id, text: `${consumer} has handled it` })),
    };
  },
};

export const eventInvariants: readonly Invariant[] = [...published, committed];
