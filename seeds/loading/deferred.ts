import type { Client } from 'pg';
import { inTransaction } from './run-step.ts';

/**
 * Indexes and constraints of tables that are filled from nothing: an index that is built of all rows at once takes a
 * fraction of what it takes row by row, and a foreign key that is checked once is one join. What was dropped stands in
 * `seed_deferred` until it is there again, so a run that was ended finds it.
 */
export async function deferIndexes(client: Client, tables: readonly string[]): Promise<void> {
  await inTransaction(client, async () => {
    await client.query(`
      create table if not exists seed_deferred (
        place integer generated always as identity primary key,
        table_name text not null,
        kind text not null check (kind in ('INDEX', 'KEY', 'FOREIGN_KEY')),
        name text not null,
        definition text not null
      )
    `);
    for (const table of await listEmpty(client, tables)) await defer(client, table);
  });
}

async function listEmpty(client: Client, tables: readonly string[]): Promise<string[]> {
  const empty: string[] = [];
  for (const table of tables) {
    const { rows } = await client.query(`select from ${table} limit 1`);
    if (rows.length === 0) empty.push(table);
  }
  return empty;
}

/** Foreign keys of other tables to this one have to go before it. */
async function defer(client: Client, table: string): Promise<void> {
  const { rows } = await client.query<{ kind: string; name: string; owner: string }>(
    `with gone as (
      select 'FOREIGN_KEY' as kind, conrelid::regclass::text as owner, conname::text as name,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as definition
      from pg_constraint where contype = 'f' and $1::regclass in (conrelid, confrelid)
      union all
      select 'KEY', conrelid::regclass::text, conname,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
      from pg_constraint where contype in ('p', 'u') and conrelid = $1::regclass
      union all
      select 'INDEX', indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid)
      from pg_index where indrelid = $1::regclass
        and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
    )
    insert into seed_deferred (table_name, kind, name, definition)
    select owner, kind, name, definition from gone order by kind, name
    returning kind, name, table_name as owner`,
    [table],
  );
  for (const { kind, name, owner } of rows) {
    await client.query(
      kind === 'INDEX'
        ? `drop index ${name}`
        : `alter table ${owner} drop constraint ${client.escapeIdentifier(name)}`,
    );
  }
  // Triggers would fire for each chunk; the steps after it do their work at once.
  await client.query(`alter table ${table} disable trigger user, set (autovacuum_enabled = false)`);
}

export interface Deferred {
  place: number;
  kind: 'INDEX' | 'KEY' | 'FOREIGN_KEY';
  table: string;
  definition: string;
}

/** What is missing still: keys, then indexes, then foreign keys, which need the keys. */
export async function listDeferred(client: Client): Promise<Deferred[]> {
  const { rows } = await client.query<Deferred>(`
    select place, kind, table_name as table, definition from seed_deferred
    order by kind = 'FOREIGN_KEY', kind = 'INDEX', place
  `);
  return rows;
}

export async function restore(client: Client, { place, definition }: Deferred): Promise<void> {
  await inTransaction(client, async () => {
    await client.query(definition);
    await client.query('delete from seed_deferred where place = $1', [place]);
  });
}

/** Back to how the migrations left the table; what reads it next need not clean up behind the load. */
export async function settle(client: Client, table: string): Promise<void> {
  await client.query(`alter table ${table} enable trigger user, reset (autovacuum_enabled)`);
  await client.query(`vacuum ${table}`);
}
