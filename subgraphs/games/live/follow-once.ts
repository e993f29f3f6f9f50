/**
 * Waits for something that happens once: found at once, or after a message. Gives it, and ends. Whoever
 * listens before looking misses nothing.
 */
export function followOnce<Found>(
  messages: AsyncIterableIterator<unknown>,
  /** `isTold` after a message: what it tells of is there by then. */
  find: (isTold: boolean) => Promise<Found | null>,
): AsyncIterableIterator<Found> {
  let state: 'new' | 'waiting' | 'done' = 'new';

  return {
    async next() {
      while (state !== 'done') {
        if (state === 'waiting' && (await messages.next()).done === true) break;
        const isTold = state === 'waiting';
        state = 'waiting';
        const found = await find(isTold);
        if (found === null) continue;
        state = 'done';
        await messages.return?.();
        return { done: false, value: found };
      }
      return { done: true, value: undefined };
    },
    async return() {
      state = 'done';
      await messages.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
