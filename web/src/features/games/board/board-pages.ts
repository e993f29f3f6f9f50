import { createPageWindow } from '../../../shared/paging/page-window.ts';
import { addMoves, findMoves, mergeTop, type Ranked, type RankMove } from './rank-moves.ts';

export const PAGE_ROWS = 100;
/** Pages that are kept. */
export const PAGES_CAPACITY = 40;

export type Entry = Ranked & { readonly score: number };

export type Page<E extends Entry> = {
  readonly totalPlayers: number;
  readonly period: string;
  readonly isClosed: boolean;
  readonly endsAt: string | null;
  readonly entries: readonly E[];
};

export type BoardView<E extends Entry> = {
  /** Undefined until the first answer. */
  readonly totalPlayers: number | undefined;
  readonly period: string | undefined;
  readonly isClosed: boolean | undefined;
  readonly endsAt: string | null | undefined;
  /** The entry of a rank, from 1; undefined while its page is not here. */
  readonly entryAt: (rank: number) => E | undefined;
  readonly moves: ReadonlyMap<string, RankMove>;
  /** Why a page that is wanted is not here. */
  readonly error: unknown;
};

export type BoardPages<E extends Entry> = {
  view: () => BoardView<E>;
  subscribe: (listener: () => void) => () => void;
  /** These ranks are on the screen. */
  show: (firstRank: number, lastRank: number) => void;
  /** The board has changed: what is on the screen is read again, the rest when it is looked at. */
  refresh: () => void;
  putTop: (top: readonly E[], totalPlayers: number) => void;
  /** Takes back what is asked for. */
  stop: () => void;
};

type Options<E extends Entry> = {
  fetchPage: (fromRank: number, signal: AbortSignal) => Promise<Page<E>>;
  now: () => number;
};

/** The part of a board that is looked at, however large the board is. */
export function createBoardPages<E extends Entry>({ fetchPage, now }: Options<E>): BoardPages<E> {
  const ranks = new Map<string, number>();
  let moves: ReadonlyMap<string, RankMove> = new Map();
  let last: Omit<Page<E>, 'entries'> | undefined;
  const pages = createPageWindow<readonly E[], Page<E>, BoardView<E>>({
    capacity: PAGES_CAPACITY,
    prefetchFirst: 'after',
    fetchPage: (index, signal) => fetchPage(index * PAGE_ROWS + 1, signal),
    onAnswer: (index, { entries, ...about }) => {
      last = about;
      put(index, entries);
    },
    onForget: (entries) => {
      for (const { player } of entries) ranks.delete(player.id);
    },
    // The first page is asked for to know whether there is anybody.
    exists: (index) => !last || index * PAGE_ROWS < Math.max(1, last.totalPlayers),
    look: ({ pageAt, failure }) => ({
      totalPlayers: last?.totalPlayers,
      period: last?.period,
      isClosed: last?.isClosed,
      endsAt: last?.endsAt,
      entryAt: (rank) => pageAt(pageOf(rank))?.[(rank - 1) % PAGE_ROWS],
      moves,
      error: failure(),
    }),
  });
  let isLookedAt = false;

  function put(index: number, entries: readonly E[]): void {
    const at = now();
    moves = addMoves(moves, findMoves(ranks, entries, at), at);
    for (const { player, rank } of pages.pageAt(index) ?? []) {
      if (ranks.get(player.id) === rank) ranks.delete(player.id);
    }
    for (const { player, rank } of entries) ranks.set(player.id, rank);
    pages.keep(index, entries);
  }

  return {
    view: pages.view,
    subscribe: pages.subscribe,
    show(firstRank, lastRank) {
      isLookedAt = true;
      pages.show(pageOf(firstRank), pageOf(lastRank));
    },
    refresh() {
      // Before anything shows, the first page says how long the board is.
      if (isLookedAt) pages.refresh();
      else pages.show(0, 0);
    },
    putTop(top, totalPlayers) {
      const page = pages.pageAt(0);
      if (!page || !last) return;
      last = { ...last, totalPlayers };
      put(0, mergeTop(page, top));
      pages.tell();
    },
    stop: pages.stop,
  };
}

const pageOf = (rank: number) => Math.floor((Math.max(1, rank) - 1) / PAGE_ROWS);
