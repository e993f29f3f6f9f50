import { sql } from 'kysely';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether it can be the id of a row. What is not names nothing, and must not reach a uuid column. */
export const isId = (text: string): boolean => UUID.test(text);

/** `= any($1)` keeps one statement for any number of ids; `in ($1, $2, …)` makes one per length. */
export const anyOf = (ids: readonly string[]) => sql<string>`any(${ids.filter(isId)}::uuid[])`;
