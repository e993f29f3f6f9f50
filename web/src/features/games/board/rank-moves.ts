/** A move stays marked so long. */
export const MARKED_MS = 4_000;
/** Moves that are remembered at most: all of the ranks that a page has, and those that a jump shifted. */
const MOVES_CAPACITY = 500;

export type RankMove = { readonly from: number; readonly to: number; readonly at: number };

export type Ranked = { readonly rank: number; readonly player: { readonly id: string } };

/** Who stands elsewhere than before. Players that were not seen before have not moved. */
export function findMoves(
  known: ReadonlyMap<string, number>,
  entries: readonly Ranked[],
  at: number,
): Map<string, RankMove> {
  const moves = new Map<string, RankMove>();
  for (const { rank, player } of entries) {
    const from = known.get(player.id);
    if (from !== undefined && from !== rank) moves.set(player.id, { from, to: rank, at });
  }
  return moves;
}

/** Moves that still show, with the new ones; the oldest go first. */
export function addMoves(
  moves: ReadonlyMap<string, RankMove>,
  added: ReadonlyMap<string, RankMove>,
  at: number,
): ReadonlyMap<string, RankMove> {
  const shown = Array.from(moves).filter(
    ([id, move]) => at - move.at < MARKED_MS && !added.has(id),
  );
  return new Map([...shown, ...added].slice(-MOVES_CAPACITY));
}

/**
 * The first page with a new top: who has left the top is put behind it by points, until the page itself is read again.
 * Nobody is on it twice.
 */
export function mergeTop<Entry extends Ranked & { readonly score: number }>(
  page: readonly Entry[],
  top: readonly Entry[],
): readonly Entry[] {
  const ids = new Set(top.map(({ player }) => player.id));
  const rest = page
    .filter(({ player }) => !ids.has(player.id))
    .toSorted((one, other) => other.score - one.score)
    .map((entry, index) => withRank(entry, top.length + index + 1));
  return [...top, ...rest].slice(0, Math.max(page.length, top.length));
}

const withRank = <Entry extends Ranked>(entry: Entry, rank: number): Entry => ({ ...entry, rank });
