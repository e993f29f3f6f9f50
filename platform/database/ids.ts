import { sql } from 'kysely';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether it can be the id of a row. Clients send any text, and PostgreSQL refuses what is no UUID. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && UUID.test(value);

/**
 * `= any($1)` keeps one statement for any number of ids; `in ($1, $2, …)` makes one per length. What is no
 * id names nothing, and is left out.
 */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${ids.filter(isId)}::uuid[])`;
