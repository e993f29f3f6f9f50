import { sql } from 'kysely';

/** `= any($1)` keeps one statement for any number of ids; `in ($1, $2, …)` makes one per length. */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`;
