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
