import { sql, type RawBuilder, type Transaction } from 'kysely';

const MARK = '/* later */';

/**
 * Runs a statement whose answer nobody needs with the next one of the transaction, the commit at the latest: it costs no round
 * trip. Statements keep their order. What it fails with is thrown by the statement that it travels with, or by the
 * commit, so it cannot be caught where it stands.
 */
export async function executeLater<Tables>(
  tx: Transaction<Tables>,
  statement: RawBuilder<unknown>,
): Promise<void> {
  await sql`${sql.raw(MARK)} ${statement}`.execute(tx);
}

export const isLater = (text: string): boolean => text.startsWith(MARK);
