/** Words that are spelled equally like it are all meant, up to this many. */
export const MAX_CLOSEST = 3;
const SHORT_WORD = 4;

/**
 * Those of the words that take the fewest typing errors to become the one asked for. One error is forgiven in
 * a word of up to four letters, two in a longer one.
 */
export function closestWords(asked: string, words: readonly string[]): string[] {
  const forgiven = asked.length <= SHORT_WORD ? 1 : 2;
  const ranked = words.map((word) => ({ word, errors: countErrors(asked, word) }));
  const fewest = Math.min(...ranked.map(({ errors }) => errors));
  if (fewest > forgiven) return [];
  return ranked
    .filter(({ errors }) => errors === fewest)
    .map(({ word }) => word)
    .slice(0, MAX_CLOSEST);
}

/**
 * Letters too many, too few, wrong, or swapped with their neighbour: the optimal string alignment
 * distance (https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance).
 */
export function countErrors(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (isSame ? 0 : 1),
          isSwapped ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

const at = (row: readonly number[], column: number) => row[column] ?? Infinity;
