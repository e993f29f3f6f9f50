import { sql } from 'kysely';
import type { Db } from './tables.ts';

export type LedgerOutcome = 'CHARGED' | 'CARD_DECLINED' | 'INSUFFICIENT_FUNDS' | 'CLOSED';

export interface LedgerCharge {
  idempotencyKey: string;
  amountCents: number;
  token: string;
  outcome: Exclude<LedgerOutcome, 'CLOSED'>;
}

/** Writes charges unless their keys have one, and answers what the keys stand for, in their order. */
export async function recordCharges(
  db: Db,
  charges: readonly LedgerCharge[],
  now: Date,
): Promise<LedgerOutcome[]> {
  const keys = charges.map(({ idempotencyKey }) => idempotencyKey);
  // In the order of keys, so that two of these cannot deadlock.
  await sql`
    insert into provider_charge (idempotency_key, amount_cents, token, outcome, created_at)
    select *, ${now} from unnest(
      ${keys}::text[],
      ${charges.map(({ amountCents }) => amountCents)}::integer[],
      ${charges.map(({ token }) => token)}::text[],
      ${charges.map(({ outcome }) => outcome)}::text[]
    ) as charge (idempotency_key, amount_cents, token, outcome)
    order by idempotency_key
    on conflict (idempotency_key) do nothing
  `.execute(db);
  const { rows } = await sql<{ key: string; outcome: LedgerOutcome }>`
    -- What was given back is not paid, whatever it was before.
    select idempotency_key as key,
      case when refunded_at is null then outcome else 'CLOSED' end as outcome
    from provider_charge
    where idempotency_key = any(${keys}::text[])
  `.execute(db);
  const outcomes = new Map(rows.map(({ key, outcome }) => [key, outcome]));
  return charges.map((charge) => outcomes.get(charge.idempotencyKey) ?? charge.outcome);
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
