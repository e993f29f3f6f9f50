import {
  MAX_VIOLATIONS,
  type DatabaseName,
  type Finding,
  type Invariant,
  type Range,
  type Violation,
} from './invariant.ts';

/** An invariant that one statement on one database can tell. All of it is SQL. */
export interface RowCheck {
  name: string;
  says: string;
  database: DatabaseName;
  isEventual?: boolean;
  /** `from … where …`: what is looked at. */
  rows: string;
  /** Whether a row is wrong. */
  isBroken: string;
  /** Names the row; text. */
  subject: string;
  /** Says what is wrong with it; text. */
  text: string;
  /** What $1, $2… stand for; the first id of the range when left out. */
  values?: (range: Range) => readonly unknown[];
}

export function rowCheck(check: RowCheck): Invariant {
  const { name, says, database, isEventual = false, rows, isBroken, subject, text } = check;
  const valuesOf = check.values ?? (({ sinceId }) => [sinceId]);
  const counts = `select count(*)::float8 as looked,
    count(*) filter (where ${isBroken})::float8 as broken ${rows}`;
  // In the order of the subjects, so that a second look sees the same ones.
  const broken = `select * from (
      select (${subject})::text as subject, (${text})::text as text, (${isBroken}) as is_broken ${rows}
    ) as each where is_broken order by subject limit ${MAX_VIOLATIONS}`;

  return {
    name,
    says,
    isEventual,
    async check({ query }, range): Promise<Finding> {
      const values = valuesOf(range);
      const [count] = await query<{ looked: number; broken: number }>(database, counts, values);
      if (count === undefined || count.broken === 0) {
        return { looked: count?.looked ?? 0, broken: 0, violations: [] };
      }
      const violations = await query<Violation>(database, broken, values);
      return { ...count, violations };
    },
  };
}
