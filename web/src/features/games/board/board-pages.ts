import { addMoves, findMoves, mergeTop, type Ranked, type RankMove } from './rank-moves.ts';

export const PAGE_ROWS = 100;
/** Pages that are kept; the one that was looked at longest ago goes first. */
export const PAGES_CAPACITY = 40;
/** Pages that are asked for at a time; where one has scrolled past is not asked for. */
const IN_FLIGHT_CAPACITY = 3;
/** Pages on either side that are fetched before they are seen. */
const PREFETCHED = 1;

export type Entry = Ranked & { readonly score: number };

export type Page<E extends Entry> = {
  readonly totalPlayers: number;
  readonly period: string;
  readonly endsAt: string | null;
  readonly entries: readonly E[];
};

export type BoardView<E extends Entry> = {
  /** Undefined until the first answer. */
  readonly totalPlayers: number | undefined;
  readonly period: string | undefined;
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
  const pages = new Map<number, readonly E[]>();
  const stale = new Set<number>();
  const inFlight = new Map<number, AbortController>();
  const ranks = new Map<string, number>();
  const listeners = new Set<() => void>();
  let shown: readonly number[] = [0];
  let moves: ReadonlyMap<string, RankMove> = new Map();
  let last: Omit<Page<E>, 'entries'> | undefined;
  let failure: unknown;
  let current = look();

  function look(): BoardView<E> {
    return {
      totalPlayers: last?.totalPlayers,
      period: last?.period,
      endsAt: last?.endsAt,
      entryAt: (rank) => pages.get(pageOf(rank))?.[(rank - 1) % PAGE_ROWS],
      moves,
      error: failure,
    };
  }

  function tell(): void {
    current = look();
    for (const listener of listeners) listener();
  }

  function put(index: number, entries: readonly E[]): void {
    const before = pages.get(index) ?? [];
    const at = now();
    moves = addMoves(moves, findMoves(ranks, entries, at), at);
    for (const { player, rank } of before) {
      if (ranks.get(player.id) === rank) ranks.delete(player.id);
    }
    for (const { player, rank } of entries) ranks.set(player.id, rank);
    pages.delete(index);
    pages.set(index, entries);
    for (const oldest of pages.keys()) {
      if (pages.size <= PAGES_CAPACITY) break;
      if (!shown.includes(oldest)) forget(oldest);
    }
  }

  function forget(index: number): void {
    for (const { player } of pages.get(index) ?? []) ranks.delete(player.id);
    pages.delete(index);
    stale.delete(index);
  }

  function isWanted(index: number): boolean {
    if (index < 0 || (last && index * PAGE_ROWS >= Math.max(1, last.totalPlayers))) return false;
    return !pages.has(index) || (stale.has(index) && shown.includes(index));
  }

  function pump(): void {
    const first = shown[0] ?? 0;
    const end = shown.at(-1) ?? 0;
    const around = Array.from({ length: PREFETCHED }, (_, step) => [
      end + step + 1,
      first - step - 1,
    ]);
    const wanted = [...shown, ...around.flat()];
    for (const [index, request] of inFlight) {
      if (!wanted.includes(index)) request.abort();
    }
    for (const index of wanted) {
      if (inFlight.size >= IN_FLIGHT_CAPACITY) return;
      if (!inFlight.has(index) && isWanted(index)) void load(index);
    }
  }

  async function load(index: number): Promise<void> {
    const request = new AbortController();
    inFlight.set(index, request);
    stale.delete(index);
    try {
      const { entries, ...about } = await fetchPage(index * PAGE_ROWS + 1, request.signal);
      if (request.signal.aborted) return;
      last = about;
      failure = undefined;
      put(index, entries);
    } catch (error) {
      if (request.signal.aborted) return;
      // Asked for again by the next look or refresh, not by itself: a server in need is left alone.
      failure = error;
      stale.add(index);
    } finally {
      inFlight.delete(index);
      tell();
      if (failure === undefined) pump();
    }
  }

  return {
    view: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(firstRank, lastRank) {
      const from = pageOf(firstRank);
      const next = Array.from({ length: pageOf(lastRank) - from + 1 }, (_, step) => from + step);
      shown = next;
      // Looked at now: the last to go.
      for (const index of next) {
        const entries = pages.get(index);
        if (!entries) continue;
        pages.delete(index);
        pages.set(index, entries);
      }
      pump();
    },
    refresh() {
      for (const index of pages.keys()) stale.add(index);
      pump();
    },
    putTop(top, totalPlayers) {
      const page = pages.get(0);
      if (!page || !last) return;
      last = { ...last, totalPlayers };
      put(0, mergeTop(page, top));
      tell();
    },
    stop() {
      for (const request of inFlight.values()) request.abort();
    },
  };
}

const pageOf = (rank: number) => Math.floor((Math.max(1, rank) - 1) / PAGE_ROWS);
