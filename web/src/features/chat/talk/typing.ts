/** Who writes says so again and again; after this long without a word, it is over. */
export const TYPING_MS = 4_000;
/** Conversations where somebody writes at the same time; more are not shown. */
const CAPACITY = 500;

export type Typing = {
  isTyping: (conversationId: string) => boolean;
  subscribe: (listener: () => void) => () => void;
  put: (conversationId: string, isTyping: boolean) => void;
  stop: () => void;
};

/** Where the other side is writing now. An end that never comes is made up for. */
export function createTyping(schedule: (run: () => void, ms: number) => () => void): Typing {
  const ends = new Map<string, () => void>();
  const listeners = new Set<() => void>();

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function put(conversationId: string, isTyping: boolean): void {
    const before = ends.get(conversationId);
    before?.();
    if (isTyping && (before || ends.size < CAPACITY)) {
      ends.set(
        conversationId,
        schedule(() => put(conversationId, false), TYPING_MS),
      );
    } else ends.delete(conversationId);
    if ((before !== undefined) !== ends.has(conversationId)) tell();
  }

  return {
    isTyping: (conversationId) => ends.has(conversationId),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put,
    stop() {
      for (const cancel of ends.values()) cancel();
      ends.clear();
      listeners.clear();
    },
  };
}
