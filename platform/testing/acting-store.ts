import { setTimeout as delay } from 'node:timers/promises';
import type { Kysely, KyselyPlugin } from 'kysely';
import { createStore, type Store } from '../database/store.ts';
import { countBlocked } from './blocked-sessions.ts';

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
  while (!settled.signal.aborted && (await countBlocked(db)) === 0) await delay(POLL_MS);
}
