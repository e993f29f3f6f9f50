import { sql, type RawBuilder } from 'kysely';
import { hasOperators, searchWordsOf, type SearchWords } from '../domain/search-words.ts';
import type { Db } from './tables.ts';

/** A tsquery as text. */
export type SearchQuery = string;

const MAX_CORRECTIONS = 3;

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

/**
 * Up to three words in use for each word asked for, fewest typing errors first. Two errors are forgiven
 * (one in words of up to four letters), more where the trigrams still agree by half.
 */
async function correctWords(
  db: Db,
  { whole, last }: SearchWords,
): Promise<RawBuilder<string> | undefined> {
  const asked = [...whole, last];
  const { rows } = await sql<{ words: string[] }>`
    select array(
      select word
      from (
        select word, levenshtein(word, asked.word) as errors, similarity(word, asked.word) as likeness
        from search_word
        where word % asked.word
          or (word >= left(asked.word, 1) and word < left(asked.word, 1) || U&'\\FFFF'
            and length(word) between length(asked.word) - 2 and length(asked.word) + 2)
      ) as near
      where errors <= case when length(asked.word) <= 4 then 1 else 2 end or likeness >= 0.5
      order by errors, likeness desc, word
      limit ${MAX_CORRECTIONS}
    ) as words
    from unnest(${asked}::text[]) with ordinality as asked (word, place)
    order by place
  `.execute(db);

  if (rows.some(({ words }) => words.length === 0)) return undefined;
  // Words hold letters and digits only, so they need no quoting.
  const groups = rows.map(({ words }) => `(${words.join(' | ')})`);
  return sql`to_tsquery('english', ${groups.join(' & ')})`;
}
