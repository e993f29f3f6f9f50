import { sql, type RawBuilder } from 'kysely';
import { closestWords } from '../domain/closest-words.ts';
import { hasOperators, searchWordsOf, type SearchWords } from '../domain/search-words.ts';
import type { Db } from './tables.ts';

/** A tsquery as text. */
export type SearchQuery = string;

const MAX_CANDIDATES = 50;

/**
 * What a search means: its words, the last of them perhaps unfinished; and where no product has them
 * all, the words that products do use and that are spelled most alike.
 * Undefined when nothing can match.
 */
export async function resolveSearch(db: Db, search: string): Promise<SearchQuery | undefined> {
  const words = searchWordsOf(search);
  if (words.last === undefined) return undefined;

  const isPlain = !hasOperators(search);
  const asked = await findMatching(db, isPlain ? typedQuery(search, words) : webQuery(search));
  if (asked !== undefined || !isPlain) return asked;

  const corrected = await correctWords(db, words);
  return corrected === undefined ? undefined : findMatching(db, corrected);
}

const webQuery = (search: string) => sql<string>`websearch_to_tsquery('english', ${search})`;

/** An unfinished word is matched as it is too: its end may not be a suffix that stemming takes off. */
function typedQuery(search: string, { whole, last }: SearchWords): RawBuilder<string> {
  return sql`(${webQuery(search)} || (
    plainto_tsquery('english', ${whole.join(' ')})
    && (to_tsquery('english', ${`${last}:*`}) || to_tsquery('simple', ${`${last}:*`}))
  ))`;
}

async function findMatching(db: Db, query: RawBuilder<string>): Promise<SearchQuery | undefined> {
  const { rows } = await sql<{ query: SearchQuery }>`
    with meant as materialized (select ${query} as query)
    select query::text as query from meant
    where numnode(query) > 0 and exists (select from product where search @@ meant.query)
  `.execute(db);
  return rows[0]?.query;
}

/** Each word asked for becomes the words in use that are closest to it; undefined when one has none. */
async function correctWords(
  db: Db,
  { whole, last }: SearchWords,
): Promise<RawBuilder<string> | undefined> {
  const asked = [...whole, ...(last === undefined ? [] : [last])];
  const candidates = await findAlike(db, asked);
  const meant = asked.map((word, place) => closestWords(word, candidates[place] ?? []));
  if (meant.some((words) => words.length === 0)) return undefined;
  // Words hold letters and digits only, so they need no quoting.
  const groups = meant.map((words) => `(${words.join(' | ')})`);
  return sql`to_tsquery('english', ${groups.join(' & ')})`;
}

/** Words in use that are worth a closer look, a list for each word asked for. */
async function findAlike(db: Db, asked: readonly string[]): Promise<string[][]> {
  const { rows } = await sql<{ words: string[] }>`
    select array(
      select word
      from search_word
      where word % asked.word
        or (word >= left(asked.word, 1) and word < left(asked.word, 1) || U&'\\FFFF'
          and length(word) between length(asked.word) - 2 and length(asked.word) + 2)
      order by levenshtein(word, asked.word), word
      limit ${MAX_CANDIDATES}
    ) as words
    from unnest(${asked}::text[]) with ordinality as asked (word, place)
    order by place
  `.execute(db);
  return rows.map(({ words }) => words);
}
