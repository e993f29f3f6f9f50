import { createPageWindow } from '../../../shared/paging/page-window.ts';
import type { Message } from './talk-types.ts';

export const PAGE_MESSAGES = 50;
/** Pages that are kept, 3,000 messages. */
export const PAGES_CAPACITY = 60;

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
  let last = 0;
  const pages = createPageWindow<Map<number, Message>, readonly Message[], MessagesView>({
    capacity: PAGES_CAPACITY,
    // Older ones first, since that is where people read on.
    prefetchFirst: 'before',
    fetchPage: (index, signal) =>
      fetchMessages((index + 1) * PAGE_MESSAGES + 1, PAGE_MESSAGES, signal),
    onAnswer: (_index, messages) => messages.forEach(keep),
    exists: (index) => index * PAGE_MESSAGES < last,
    // A page that only got messages as they were sent is not whole.
    isWhole: (index, page) => page.size >= Math.min(PAGE_MESSAGES, last - index * PAGE_MESSAGES),
    look: ({ pageAt, failure }) => ({
      at: (sequence) => pageAt(pageOf(sequence))?.get(sequence),
      error: failure(),
    }),
  });

  function keep(message: Message): void {
    const index = pageOf(message.sequence);
    const page = pages.pageAt(index) ?? new Map<number, Message>();
    page.set(message.sequence, message);
    pages.keep(index, page);
  }

  return {
    view: pages.view,
    subscribe: pages.subscribe,
    setLast(lastSequence) {
      if (lastSequence <= last) return;
      last = lastSequence;
      pages.pump();
    },
    show: (first, until) => pages.show(pageOf(Math.max(1, first)), pageOf(Math.max(1, until))),
    put(message) {
      keep(message);
      last = Math.max(last, message.sequence);
      pages.tell();
    },
    refresh: pages.refresh,
    stop: pages.stop,
  };
}

const pageOf = (sequence: number) => Math.floor((sequence - 1) / PAGE_MESSAGES);
