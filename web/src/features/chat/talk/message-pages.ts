import type { Message } from './talk-types.ts';

export const PAGE_MESSAGES = 50;
/** Pages that are kept, 3,000 messages; the one that was looked at longest ago goes first. */
export const PAGES_CAPACITY = 60;
/** Pages that are asked for at a time; where one has scrolled past is not waited for. */
const IN_FLIGHT_CAPACITY = 3;

export type MessagesView = {
  /** Undefined while its page is not here. */
  readonly at: (sequence: number) => Message | undefined;
  /** Why what is looked at is not here. */
  readonly error: unknown;
};

export type MessagePages = {
  view: () => MessagesView;
  subscribe: (listener: () => void) => () => void;
  /** How many messages the conversation has. */
  setLast: (lastSequence: number) => void;
  /** These are on the screen. */
  show: (first: number, last: number) => void;
  put: (message: Message) => void;
  /** Something may have changed: what is on the screen is read again, the rest when it is looked at. */
  refresh: () => void;
  stop: () => void;
};

/** Gives the messages before a sequence, newest first, up to a page of them. */
export type FetchMessages = (
  beforeSequence: number,
  first: number,
  signal: AbortSignal,
) => Promise<readonly Message[]>;

/**
 * The part of a conversation that is looked at, however long it is. Sequences have no gaps, so a message has its place before
 * it is here: nothing moves when older ones arrive.
 */
export function createMessagePages(fetchMessages: FetchMessages): MessagePages {
  const pages = new Map<number, Map<number, Message>>();
  const stale = new Set<number>();
  const inFlight = new Map<number, AbortController>();
  const listeners = new Set<() => void>();
  let last = 0;
  let shown: readonly [first: number, last: number] | undefined;
  let failure: unknown;
  let current = look();

  function look(): MessagesView {
    return { at: (sequence) => pages.get(pageOf(sequence))?.get(sequence), error: failure };
  }

  function tell(): void {
    current = look();
    for (const listener of listeners) listener();
  }

  function isShown(index: number): boolean {
    return shown !== undefined && index >= shown[0] && index <= shown[1];
  }

  /** A page that only got messages as they were sent is not whole. */
  function isWhole(index: number): boolean {
    const until = Math.min(PAGE_MESSAGES, last - index * PAGE_MESSAGES);
    return (pages.get(index)?.size ?? 0) >= until;
  }

  function isWanted(index: number): boolean {
    if (index < 0 || index * PAGE_MESSAGES >= last) return false;
    return !isWhole(index) || (stale.has(index) && isShown(index));
  }

  function keep(message: Message): void {
    const index = pageOf(message.sequence);
    const page = pages.get(index) ?? new Map<number, Message>();
    page.set(message.sequence, message);
    pages.delete(index);
    pages.set(index, page);
    for (const oldest of pages.keys()) {
      if (pages.size <= PAGES_CAPACITY) break;
      if (isShown(oldest) || oldest === index) continue;
      pages.delete(oldest);
      stale.delete(oldest);
    }
  }

  function pump(): void {
    if (!shown) return;
    const [from, to] = shown;
    const wanted = Array.from({ length: to - from + 1 }, (_, step) => from + step);
    // Before they are seen: older ones first, since that is where people read on.
    wanted.push(from - 1, to + 1);
    for (const [index, request] of inFlight) {
      if (wanted.includes(index)) continue;
      request.abort();
      inFlight.delete(index);
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
      const before = (index + 1) * PAGE_MESSAGES + 1;
      const messages = await fetchMessages(before, PAGE_MESSAGES, request.signal);
      if (request.signal.aborted) return;
      for (const message of messages) keep(message);
      failure = undefined;
    } catch (error) {
      if (request.signal.aborted) return;
      // Asked for again by the next look or refresh, not by itself: a server in need is left alone.
      failure = error;
    }
    inFlight.delete(index);
    tell();
    if (failure === undefined) pump();
  }

  return {
    view: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setLast(lastSequence) {
      if (lastSequence <= last) return;
      last = lastSequence;
      pump();
    },
    show(first, until) {
      const [from, to] = [pageOf(Math.max(1, first)), pageOf(Math.max(1, until))];
      shown = [from, to];
      for (let index = from; index <= to; index += 1) {
        const page = pages.get(index);
        if (!page) continue;
        // Looked at now: the last to go.
        pages.delete(index);
        pages.set(index, page);
      }
      pump();
    },
    put(message) {
      keep(message);
      last = Math.max(last, message.sequence);
      tell();
    },
    refresh() {
      for (const index of pages.keys()) stale.add(index);
      pump();
    },
    stop() {
      for (const request of inFlight.values()) request.abort();
      listeners.clear();
    },
  };
}

const pageOf = (sequence: number) => Math.floor((sequence - 1) / PAGE_MESSAGES);
