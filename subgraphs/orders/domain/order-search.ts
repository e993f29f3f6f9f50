/** What a search text means: the start or the end of an order id, or words of a product's name. */
export type SearchTerm =
  | {
      kind: 'ID';
      /** The least and the greatest id that begin with what was typed. */
      from: string;
      to: string;
      /** The digits that an id may end with; absent when there are too few of them. */
      end?: string;
    }
  | { kind: 'WORDS'; words: readonly string[] };

/** Fewer digits would hit any number of orders, and could be a word. */
const MIN_ID_DIGITS = 6;
/** People are shown this much of the end, and an index finds it. */
const END_DIGITS = 8;
const ID_DIGITS = 32;
const MAX_WORDS = 8;

/** Undefined when there is nothing to search for. */
export function readSearch(text: string): SearchTerm | undefined {
  const trimmed = text.trim().toLowerCase();
  const digits = trimmed.replaceAll('-', '');
  const isId = /^[0-9a-f][0-9a-f-]*$/.test(trimmed) && /\d/.test(digits);
  if (isId && digits.length >= MIN_ID_DIGITS && digits.length <= ID_DIGITS) {
    return {
      kind: 'ID',
      from: toUuid(digits.padEnd(ID_DIGITS, '0')),
      to: toUuid(digits.padEnd(ID_DIGITS, 'f')),
      ...(digits.length >= END_DIGITS && { end: digits }),
    };
  }
  const words = trimmed.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0 ? undefined : { kind: 'WORDS', words: words.slice(0, MAX_WORDS) };
}

function toUuid(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
