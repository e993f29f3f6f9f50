import { isId } from '#platform/database/ids.ts';
import type { Db, Tables, Tx } from './tables.ts';

export interface RegisteredOperation {
  id: string;
  hash: Buffer;
  text: string;
  partnerKeyId: string | null;
  createdAt: Date;
}

/** The gateway holds all of them in memory. */
export const MAX_REGISTERED = 5_000;

/** Keeps what is registered already; returns all that were given, as they are stored. */
export async function registerOperations(
  tx: Tx,
  operations: readonly RegisteredOperation[],
): Promise<RegisteredOperation[]> {
  await tx
    .insertInto('registered_operation')
    .values(
      operations.map(({ id, hash, text, partnerKeyId, createdAt }) => ({
        id,
        hash,
        text,
        partner_key_id: partnerKeyId,
        created_at: createdAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['hash', 'partner_key_id']).doNothing())
    .execute();
  const partnerKeyId = operations[0]?.partnerKeyId ?? null;
  const rows = await tx
    .selectFrom('registered_operation')
    .selectAll()
    .where(
      'hash',
      'in',
      operations.map(({ hash }) => hash),
    )
    .where('partner_key_id', 'is not distinct from', partnerKeyId)
    .orderBy('id')
    .execute();
  return rows.map(toOperation);
}

export async function countRegistered(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('registered_operation')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Newest first; only those of these hashes when they are given. */
export async function listRegistered(
  db: Db,
  hashes?: readonly Buffer[],
): Promise<RegisteredOperation[]> {
  if (hashes?.length === 0) return [];
  const rows = await db
    .selectFrom('registered_operation')
    .selectAll()
    .$if(hashes !== undefined, (query) => query.where('hash', 'in', [...(hashes ?? [])]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MAX_REGISTERED)
    .execute();
  return rows.map(toOperation);
}

/** False when there was none. */
export async function unregisterOperation(db: Db, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const { numDeletedRows } = await db
    .deleteFrom('registered_operation')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function toOperation(row: Tables['registered_operation']): RegisteredOperation {
  const { id, hash, text, partner_key_id: partnerKeyId, created_at: createdAt } = row;
  return { id, hash, text, partnerKeyId, createdAt };
}
