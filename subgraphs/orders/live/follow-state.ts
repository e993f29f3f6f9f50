/**
 * The state of something now, and again whenever a message says that it may have changed. The messages
 * are listened to before the first read, so that no change falls between the two; a message that changed
 * nothing (`isNewer`) is skipped. Ends with the messages.
 *
 * Not a generator: those cannot be ended while they wait for a message.
 */
export function followState<State>(options: {
  messages: AsyncIterableIterator<unknown>;
  read: () => Promise<State>;
  isNewer: (state: State, last: State) => boolean;
}): AsyncIterableIterator<State> {
  const { messages, read, isNewer } = options;
  let last: State | undefined;

  return {
    async next() {
      if (last === undefined) {
        last = await read();
        return { done: false, value: last };
      }
      for (;;) {
        const message = await messages.next();
        if (message.done === true) return { done: true, value: undefined };
        const state = await read();
        if (!isNewer(state, last)) continue;
        last = state;
        return { done: false, value: state };
      }
    },
    async return() {
      await messages.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
