/** A longer search says no more, and each word costs. */
export const MAX_SEARCH_WORDS = 8;
export const MAX_SEARCH_LENGTH = 200;
const MAX_WORD_LENGTH = 40;

/** The words of a text, lower-case, without signs; each once, in their order. */
export function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length <= MAX_WORD_LENGTH))];
}

/** Quotation marks, a leading minus and OR have a meaning of their own and are taken at their word. */
export function hasOperators(search: string): boolean {
  return /"|(^|\s)-\S|\bOR\b/.test(search);
}

export interface SearchWords {
  /** All but the last word. */
  whole: string[];
  /** Perhaps not typed to its end yet: matches as a beginning. */
  last: string | undefined;
}

export function searchWordsOf(search: string): SearchWords {
  const words = wordsOf(search).slice(0, MAX_SEARCH_WORDS);
  return { whole: words.slice(0, -1), last: words.at(-1) };
}
