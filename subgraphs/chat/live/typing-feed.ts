/** That somebody writes, or no longer does. */
export interface TypingChange {
  conversationId: string;
  userId: string;
  isTyping: boolean;
}

export const typingChannel = (userId: string): string => `chat:user:${userId}:typing`;

/** Somebody who is not heard of so long writes no longer. */
export const TYPING_MS = 3_000;
/** People who write to one at once; of more, the rest is not shown. */
const MAX_TYPING = 200;

/**
 * Changes only: somebody who goes on writing is told of once. Who is not heard of for TYPING_MS has stopped, without
 * anybody saying so. Not a generator: those cannot be ended while they wait.
 */
export function followTyping(
  source: AsyncIterableIterator<TypingChange>,
  typingMs = TYPING_MS,
): AsyncIterableIterator<TypingChange> {
  const typing = new Map<string, { change: TypingChange; until: number }>();
  let heard: Promise<IteratorResult<TypingChange>> | undefined;

  /** Which of those who write has not been heard of the longest: they are in the order of their times. */
  const oldest = () => typing.entries().next().value;

  function take(change: TypingChange): TypingChange | undefined {
    const key = `${change.conversationId}/${change.userId}`;
    const wasTyping = typing.delete(key);
    if (!change.isTyping) return wasTyping ? change : undefined;
    if (typing.size >= MAX_TYPING) return undefined;
    typing.set(key, { change, until: performance.now() + typingMs });
    return wasTyping ? undefined : change;
  }

  async function listen(): Promise<IteratorResult<TypingChange> | 'TIME'> {
    heard ??= source.next();
    const first = oldest()?.[1];
    if (first === undefined) return heard;
    let timer: NodeJS.Timeout | undefined;
    const time = new Promise<'TIME'>((resolve) => {
      timer = setTimeout(() => resolve('TIME'), Math.max(0, first.until - performance.now()));
    });
    try {
      return await Promise.race([heard, time]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async next() {
      for (;;) {
        const step = await listen();
        if (step === 'TIME') {
          const [key, ended] = oldest() ?? [];
          if (key === undefined || ended === undefined) continue;
          typing.delete(key);
          return { done: false, value: { ...ended.change, isTyping: false } };
        }
        heard = undefined;
        if (step.done === true) return { done: true, value: undefined };
        const change = take(step.value);
        if (change !== undefined) return { done: false, value: change };
      }
    },
    async return() {
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
