import type { Client } from 'pg';
import { inTransaction } from './run-step.ts';

/**
 * Indexes and constraints of tables that are filled from nothing: an index that is built of all rows at once takes a
 * fraction of what it takes row by row, and a foreign key that is checked once is one join. What was dropped stands in
 * `seed_deferred` until it is there again, so a run that was ended finds it. Partitions get their indexes one by one, so
 * that several can be built at once; the whole table's then take them over.
 */
export async function deferIndexes(client: Client, tables: readonly string[]): Promise<void> {
  await inTransaction(client, async () => {
    await client.query(`
      create table if not exists seed_deferred (
        place integer generated always as identity primary key,
        table_name text not null,
        kind text not null check (kind in ('INDEX', 'KEY', 'WHOLE', 'FOREIGN_KEY')),
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

/** Foreign keys of other tables to this one have to go before it; what partitions have goes with the table's. */
async function defer(client: Client, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string; owner: string; isIndex: boolean }>(
    `with one as (
      select $1::regclass as oid
      union
      select relid from pg_partition_tree($1::regclass) where isleaf
    ),
    gone as (
      select 'FOREIGN_KEY' as kind, conrelid::regclass::text as owner, conname::text as name,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as definition,
        false as is_child, false as is_index
      from pg_constraint where contype = 'f' and $1::regclass in (conrelid, confrelid)
      union all
      select case relkind when 'p' then 'WHOLE' else 'KEY' end, conrelid::regclass::text, conname,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(pg_constraint.oid)),
        conparentid <> 0, false
      from pg_constraint join pg_class on pg_class.oid = conrelid
      where contype in ('p', 'u') and conrelid in (select oid from one)
      union all
      select case owner.relkind when 'p' then 'WHOLE' else 'INDEX' end, indrelid::regclass::text,
        indexrelid::regclass::text, replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON '),
        part.relispartition, true
      from pg_index join pg_class owner on owner.oid = indrelid join pg_class part on part.oid = indexrelid
      where indrelid in (select oid from one)
        and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
    ),
    kept as (
      insert into seed_deferred (table_name, kind, name, definition)
      select owner, kind, name, definition from gone order by kind, name
    )
    select name, owner, is_index as "isIndex" from gone where not is_child order by kind, name`,
    [table],
  );
  for (const { name, owner, isIndex } of rows) {
    await client.query(
      isIndex
        ? `drop index ${name}`
        : `alter table ${owner} drop constraint ${client.escapeIdentifier(name)}`,
    );
  }
  // Triggers would fire for each chunk; the steps after it do their work at once.
  await client.query(`alter table ${table} disable trigger user`);
  for (const leaf of await listLeaves(client, table)) {
    await client.query(`alter table ${leaf} set (autovacuum_enabled = false)`);
  }
}

/** What holds the rows: the table, or its partitions. */
async function listLeaves(client: Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where oid = $1::regclass and relkind = 'r'
     union
     select relid::regclass::text from pg_partition_tree($1::regclass) where isleaf`,
    [table],
  );
  return rows.map(({ name }) => name);
}

export interface Deferred {
  place: number;
  kind: 'INDEX' | 'KEY' | 'WHOLE' | 'FOREIGN_KEY';
  table: string;
  definition: string;
}

/** What is missing still: keys, then indexes, then those of whole tables, then foreign keys, which need the keys. */
export async function listDeferred(client: Client): Promise<Deferred[]> {
  const { rows } = await client.query<Deferred>(`
    select place, kind, table_name as table, definition from seed_deferred
    order by array_position(array['KEY', 'INDEX', 'WHOLE', 'FOREIGN_KEY'], kind), place
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
  await client.query(`alter table ${table} enable trigger user`);
  for (const leaf of await listLeaves(client, table)) {
    await client.query(`alter table ${leaf} reset (autovacuum_enabled)`);
  }
  await client.query(`vacuum ${table}`);
}
