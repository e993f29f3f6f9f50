import { sql, type Expression, type RawBuilder, type Transaction } from 'kysely';

const LATER = '/* later */';
const WITH_NEXT = '/* with next */';

/**
 * Runs a statement whose answer nobody needs with the next one of the transaction, the commit at the latest: it costs no round
 * trip. Statements keep their order. What it fails with is thrown by the statement that it travels with, or by the
 * commit, so it cannot be caught where it stands.
 */
export async function executeLater<Tables>(
  tx: Transaction<Tables>,
  statement: RawBuilder<unknown>,
): Promise<void> {
  await sql`${sql.raw(LATER)} ${statement}`.execute(tx);
}

/** Throws while the statement has no answer: when none came after it. */
export type RowsToCome<Row> = () => readonly Row[];

/**
 * The same for a statement whose rows are needed, but not to know what comes next: they are there when the next statement of the
 * transaction, or its commit, is answered. The list that Kysely answers with is filled then, so no plugin may put another in its place.
 */
export async function executeWithNext<Tables, Row>(
  tx: Transaction<Tables>,
  statement: Expression<Row>,
): Promise<RowsToCome<Row>> {
  const { rows } = await sql<Row>`${sql.raw(WITH_NEXT)} ${statement}`.execute(tx);
  return () => {
    if (unanswered.has(rows))
      throw new Error('rows are asked for before the next statement is answered');
    return rows;
  };
}

/** Lists of rows that are given out before their statement is answered. */
const unanswered = new WeakSet<readonly unknown[]>();

export type Waiting = 'LATER' | 'WITH_NEXT' | undefined;

/** Whether a statement waits for the next one. */
export function waitingOf(text: string): Waiting {
  if (text.startsWith(LATER)) return 'LATER';
  return text.startsWith(WITH_NEXT) ? 'WITH_NEXT' : undefined;
}

/** An empty list, and what fills it. */
export function rowsToCome<Row>(): { rows: Row[]; come: (answered: readonly Row[]) => void } {
  const rows: Row[] = [];
  unanswered.add(rows);
  return {
    rows,
    come(answered) {
      for (const row of answered) rows.push(row);
      unanswered.delete(rows);
    },
  };
}
