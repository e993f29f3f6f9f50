import { setTimeout as delay } from 'node:timers/promises';
import { sql, type Kysely, type KyselyPlugin } from 'kysely';
import { createStore, type Store } from '../database/store.ts';

export interface ActingStore<Tables> extends Store<Tables> {
  /** Statements that its transactions have made so far. */
  statements: () => number;
  /** What the other one did, once it has; undefined while its moment has not come. */
  act: () => Promise<unknown> | undefined;
}

const POLL_MS = 2;

/**
 * A store in whose transactions somebody else acts after the statement of that number, counted from 1. It goes on when
 * the other one has finished, or waits for a row that this transaction holds and finishes after its commit.
 */
export function actingStore<Tables>(
  { db }: Store<Tables>,
  after: number,
  act: () => Promise<unknown>,
): ActingStore<Tables> {
  let statements = 0;
  let acting: Promise<unknown> | undefined;

  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      statements += 1;
      if (statements === after && acting === undefined) {
        acting = act();
        await settledOrBlocked(db, acting);
      }
      return result;
    },
  };
  const { transact } = createStore(db);
  return {
    db,
    transact: (work) => transact((tx) => work(tx.withPlugin(plugin))),
    statements: () => statements,
    act: () => acting,
  };
}

async function settledOrBlocked<Tables>(db: Kysely<Tables>, acting: Promise<unknown>) {
  const settled = new AbortController();
  const settle = () => settled.abort();
  acting.then(settle, settle);
  while (!settled.signal.aborted && !(await isSomebodyBlocked(db))) await delay(POLL_MS);
}

/** Whether somebody in this database waits for what another one holds. */
async function isSomebodyBlocked<Tables>(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ blocked: boolean }>`
    select exists (
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    ) as blocked
  `.execute(db);
  return rows[0]?.blocked === true;
}
