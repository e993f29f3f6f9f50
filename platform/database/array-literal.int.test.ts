import { sql } from 'kysely';
import { testDatabase } from '../testing/database.ts';
import { arrayLiteral } from './array-literal.ts';

test('every list arrives as it was', async () => {
  await using database = await testDatabase();
  const texts = [
    'plain',
    '',
    'NULL',
    'null',
    'a "quoted" one',
    String.raw`back\slash`,
    String.raw`\"`,
    '{a,b}',
    'two\nlines',
    ' at the ends ',
    'ü€😀',
    null,
  ];
  const { rows } = await sql<{ texts: string[]; numbers: number[]; facts: boolean[]; none: [] }>`
    select ${arrayLiteral(texts)}::text[] as texts, ${arrayLiteral([1, -2.5, 1e21])}::float8[] as numbers,
      ${arrayLiteral([true, false])}::boolean[] as facts, ${arrayLiteral([])}::uuid[] as none
  `.execute(database.db);
  expect(rows).toEqual([{ texts, numbers: [1, -2.5, 1e21], facts: [true, false], none: [] }]);
});

test('what is neither text nor number is left to the driver', async () => {
  expect(arrayLiteral([new Date(0)])).toBeUndefined();
  expect(arrayLiteral([['nested']])).toBeUndefined();
  await using database = await testDatabase();
  const at = [new Date('2026-03-01T12:00:00.123Z'), null];
  const { rows } = await sql<{ at: Date[] }>`select ${at}::timestamptz[] as at`.execute(
    database.db,
  );
  expect(rows).toEqual([{ at }]);
});
