/** Pages that are asked for at a time; where one has scrolled past is not waited for. */
const IN_FLIGHT_CAPACITY = 3;

export type PageWindow<Page, View> = {
  /** What there is to see; the same object until something has changed. */
  view: () => View;
  subscribe: (listener: () => void) => () => void;
  pageAt: (index: number) => Page | undefined;
  /** Why a page that is wanted is not here. */
  failure: () => unknown;
  /** These pages are on the screen. */
  show: (first: number, last: number) => void;
  /** Keeps a page, or what is known of one. Nobody is told: `tell` does. */
  keep: (index: number, page: Page) => void;
  /** What is on the screen is read again, the rest when it is looked at. */
  refresh: () => void;
  /** Asks for what is wanted and not here. */
  pump: () => void;
  tell: () => void;
  /** Takes back what is asked for; the next look or refresh asks again. */
  stop: () => void;
};

type Options<Page, Answer, View> = {
  /** Pages that are kept; the one that was looked at longest ago goes first, those on the screen stay. */
  capacity: number;
  /** Which side of the screen is fetched first, before it is seen. */
  prefetchFirst: 'before' | 'after';
  fetchPage: (index: number, signal: AbortSignal) => Promise<Answer>;
  /** A page has come; what is to be kept of it has to be kept here. */
  onAnswer: (index: number, answer: Answer) => void;
  onForget?: (page: Page) => void;
  /** Whether there may be such a page in the list, which begins with 0. */
  exists: (index: number) => boolean;
  /** Whether nothing of a page is missing; by default a page is whole when it is here. */
  isWhole?: (index: number, page: Page) => boolean;
  look: (window: Pick<PageWindow<Page, View>, 'pageAt' | 'failure'>) => View;
};

/** The part of a list that is looked at, however long the list is: a bounded number of pages, and of requests for them. */
export function createPageWindow<Page, Answer, View>(
  options: Options<Page, Answer, View>,
): PageWindow<Page, View> {
  const { capacity, prefetchFirst, fetchPage, onAnswer, onForget, exists, isWhole, look } = options;
  const pages = new Map<number, Page>();
  const stale = new Set<number>();
  const inFlight = new Map<number, AbortController>();
  const listeners = new Set<() => void>();
  let shown: readonly [first: number, last: number] | undefined;
  let isStopped = false;
  let error: unknown;
  let current: View | undefined;

  const pageAt = (index: number) => pages.get(index);
  const failure = () => error;

  function tell(): void {
    current = undefined;
    for (const listener of listeners) listener();
  }

  function isShown(index: number): boolean {
    return shown !== undefined && index >= shown[0] && index <= shown[1];
  }

  function isWanted(index: number): boolean {
    if (index < 0 || !exists(index)) return false;
    const page = pages.get(index);
    if (page === undefined || (isWhole && !isWhole(index, page))) return true;
    return stale.has(index) && isShown(index);
  }

  function keep(index: number, page: Page): void {
    pages.delete(index);
    pages.set(index, page);
    for (const [oldest, kept] of pages) {
      if (pages.size <= capacity) break;
      if (isShown(oldest) || oldest === index) continue;
      pages.delete(oldest);
      stale.delete(oldest);
      onForget?.(kept);
    }
  }

  function pump(): void {
    if (!shown || isStopped) return;
    const [from, to] = shown;
    const around = prefetchFirst === 'before' ? [from - 1, to + 1] : [to + 1, from - 1];
    const wanted = Array.from({ length: to - from + 1 }, (_, step) => from + step).concat(around);
    // What was taken back counts until it has ended: however fast one scrolls, so many requests are under way.
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
      const answer = await fetchPage(index, request.signal);
      if (request.signal.aborted) return;
      error = undefined;
      onAnswer(index, answer);
    } catch (cause) {
      if (request.signal.aborted) return;
      // Asked for again by the next look or refresh, not by itself: a server in need is left alone.
      error = cause;
      stale.add(index);
    } finally {
      inFlight.delete(index);
      const isTakenBack = request.signal.aborted;
      if (!isTakenBack) tell();
      if (isTakenBack || error === undefined) pump();
    }
  }

  return {
    view: () => (current ??= look({ pageAt, failure })),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pageAt,
    failure,
    show(first, last) {
      isStopped = false;
      shown = [first, last];
      for (let index = first; index <= last; index += 1) {
        const page = pages.get(index);
        if (page === undefined) continue;
        // Looked at now: the last to go.
        pages.delete(index);
        pages.set(index, page);
      }
      pump();
    },
    keep,
    refresh() {
      isStopped = false;
      for (const index of pages.keys()) stale.add(index);
      pump();
    },
    pump,
    tell,
    stop() {
      isStopped = true;
      for (const request of inFlight.values()) request.abort();
    },
  };
}
