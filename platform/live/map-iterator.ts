/**
 * The same iteration with each value made into another; an undefined one is skipped. Not a generator:
 * those cannot be ended while they wait.
 */
export function mapIterator<From, To>(
  source: AsyncIterableIterator<From>,
  map: (value: From) => Promise<To | undefined> | To | undefined,
): AsyncIterableIterator<To> {
  return {
    async next() {
      for (;;) {
        const step = await source.next();
        if (step.done === true) return { done: true, value: undefined };
        const value = await map(step.value);
        if (value !== undefined) return { done: false, value };
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

/** The same iteration; calls `then` once when it has ended, was left, or `signal` aborts. */
export function onceEnded<Value>(
  source: AsyncIterableIterator<Value>,
  then: () => void,
  signal?: AbortSignal,
): AsyncIterableIterator<Value> {
  if (signal?.aborted === true) then();
  signal?.addEventListener('abort', then, { once: true });
  return {
    async next() {
      try {
        const step = await source.next();
        if (step.done === true) then();
        return step;
      } catch (error) {
        then();
        throw error;
      }
    },
    async return() {
      then();
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
