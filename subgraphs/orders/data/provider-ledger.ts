import { sql } from 'kysely';
import type { Db } from './tables.ts';

export type LedgerOutcome = 'CHARGED' | 'CARD_DECLINED' | 'INSUFFICIENT_FUNDS' | 'CLOSED';

export interface LedgerCharge {
  idempotencyKey: string;
  amountCents: number;
  token: string;
  outcome: Exclude<LedgerOutcome, 'CLOSED'>;
}

/** Writes the charge unless the key has one, and answers what the key stands for. */
export async function recordCharge(
  db: Db,
  charge: LedgerCharge,
  now: Date,
): Promise<LedgerOutcome> {
  const { idempotencyKey, amountCents, token, outcome } = charge;
  await sql`
    insert into provider_charge (idempotency_key, amount_cents, token, outcome, created_at)
    values (${idempotencyKey}, ${amountCents}, ${token}, ${outcome}, ${now})
    on conflict (idempotency_key) do nothing
  `.execute(db);
  const row = await db
    .selectFrom('provider_charge')
    .select('outcome')
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirstOrThrow();
  return row.outcome;
}

/** Refunds what was charged under the key, once; a key that was never charged cannot be from now on. */
export async function closeCharge(
  db: Db,
  idempotencyKey: string,
  now: Date,
): Promise<LedgerOutcome> {
  const { rows } = await sql<{ outcome: LedgerOutcome }>`
    insert into provider_charge (idempotency_key, amount_cents, token, outcome, created_at)
    values (${idempotencyKey}, 0, '', 'CLOSED', ${now})
    on conflict (idempotency_key) do update
    set refunded_at = case
      when provider_charge.outcome = 'CHARGED' then coalesce(provider_charge.refunded_at, ${now})
    end
    returning outcome
  `.execute(db);
  return rows[0]?.outcome ?? 'CLOSED';
}

/** Counts a technical failure that the simulation makes up for a key, and answers how many it was. */
export async function countFault(db: Db, idempotencyKey: string): Promise<number> {
  const { rows } = await sql<{ faults: number }>`
    insert into provider_fault (idempotency_key, faults) values (${idempotencyKey}, 1)
    on conflict (idempotency_key) do update set faults = provider_fault.faults + 1
    returning faults
  `.execute(db);
  return rows[0]?.faults ?? 1;
}
