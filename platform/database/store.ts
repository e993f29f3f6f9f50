import type { Kysely, Transaction } from 'kysely';

/** A database as a domain uses it: reads through `db`, writes through `transact`. */
export interface Store<Tables> {
  db: Kysely<Tables>;
  /**
   * Runs work in one transaction. A deadlock or a serialization failure is tried again, so work must
   * have no effect outside of the transaction.
   */
  transact: <Result>(work: (tx: Transaction<Tables>) => Promise<Result>) => Promise<Result>;
}

const MAX_ATTEMPTS = 5;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

export function createStore<Tables>(
  db: Kysely<Tables>,
  afterCommit: (tx: Transaction<Tables>) => void = () => undefined,
): Store<Tables> {
  return {
    db,
    transact: async (work) => {
      for (let attempt = 1; ; attempt++) {
        try {
          const { result, tx } = await db
            .transaction()
            .execute(async (own) => ({ result: await work(own), tx: own }));
          afterCommit(tx);
          return result;
        } catch (error) {
          if (attempt === MAX_ATTEMPTS || !isWorthRetrying(error)) throw error;
        }
      }
    },
  };
}

function isWorthRetrying(error: unknown): boolean {
  const code = sqlState(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

/** The SQLSTATE of a PostgreSQL error, such as 23505 for a unique violation. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Whether an insert or update hit a unique constraint, optionally that of this name. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== '23505') return false;
  return constraint === undefined || (error as { constraint?: string }).constraint === constraint;
}
