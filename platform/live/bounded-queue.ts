export interface BoundedQueue<Item> extends AsyncIterableIterator<Item> {
  /** Drops the oldest item when the queue is full; does nothing after the end. */
  push: (item: Item) => void;
  /** Ends the iteration once the items that wait have been taken. */
  finish: () => void;
  /** Ends the iteration now, also while it waits; items that wait are dropped. */
  end: () => void;
}

/**
 * What one side pushes and the other iterates, with a bound. `onEnd` runs once, whoever ends it; `onDrop` for each
 * item that is dropped because the queue is full.
 */
export function createBoundedQueue<Item>(
  maxItems: number,
  onEnd: () => void = () => undefined,
  onDrop: () => void = () => undefined,
): BoundedQueue<Item> {
  const items: Item[] = [];
  let waiting: ((result: IteratorResult<Item, undefined>) => void)[] = [];
  let state: 'open' | 'finishing' | 'ended' = 'open';

  const end = () => {
    if (state === 'ended') return;
    state = 'ended';
    items.length = 0;
    for (const resolve of waiting) resolve({ done: true, value: undefined });
    waiting = [];
    onEnd();
  };

  return {
    push(item) {
      if (state !== 'open') return;
      const resolve = waiting.shift();
      if (resolve !== undefined) return resolve({ done: false, value: item });
      if (items.length === maxItems) {
        items.shift();
        onDrop();
      }
      items.push(item);
    },
    finish() {
      if (items.length === 0) return end();
      if (state === 'open') state = 'finishing';
    },
    end,
    next() {
      const item = items.shift();
      if (item !== undefined) {
        if (state === 'finishing' && items.length === 0) end();
        return Promise.resolve({ done: false, value: item });
      }
      if (state === 'ended') return Promise.resolve({ done: true, value: undefined });
      return new Promise((resolve) => waiting.push(resolve));
    },
    return() {
      end();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
