export interface SearchFilter {
  /** Without spaces at its ends; undefined when messages are looked for by the rest alone. */
  words: string | undefined;
  conversationId: string | undefined;
  senderId: string | undefined;
  type: string | undefined;
  from: Date | undefined;
  before: Date | undefined;
}

const MAX_WORDS = 8;
const MAX_LENGTH = 200;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What is wrong with a search, for people; nothing when it will do. */
export function findSearchFault({ words, ...others }: SearchFilter): string | undefined {
  if (words === undefined) {
    const hasOther = Object.values(others).some((value) => value !== undefined);
    return hasOther ? undefined : 'filter must have words, or something else to look for';
  }
  if (!LETTER_OR_DIGIT.test(words)) return 'words must have a letter or a digit';
  if (words.length > MAX_LENGTH) return `words must have at most ${MAX_LENGTH} characters`;
  const count = words.split(/\s+/).length;
  return count > MAX_WORDS ? `words must be at most ${MAX_WORDS}, not ${count}` : undefined;
}

/** Marks that PostgreSQL puts around words; texts have them taken out before. */
export const MARK_START = '\u0001';
export const MARK_END = '\u0002';

/** Where the marks are in the text without them, in UTF-16 units. */
export function readMarks(marked: string): { start: number; length: number }[] {
  const ranges: { start: number; length: number }[] = [];
  let marks = 0;
  let start = 0;
  for (let index = 0; index < marked.length; index += 1) {
    const unit = marked[index];
    if (unit !== MARK_START && unit !== MARK_END) continue;
    const at = index - marks;
    if (unit === MARK_START) start = at;
    else ranges.push({ start, length: at - start });
    marks += 1;
  }
  return ranges;
}
