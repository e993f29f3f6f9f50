import { setTimeout as delay } from 'node:timers/promises';
import { nextTurn, type FlashSale } from './domain/flash-sale.ts';

/** Between two events of one subscription: four a second. */
export const SALE_EVENT_MS = 250;
/** A timer waits no longer; then it looks again. */
const MAX_TIMER_MS = 60 * 60_000;

const NOBODY = () => undefined;

export interface FollowSaleOptions {
  /** Say that the sale may have changed. */
  messages: AsyncIterableIterator<unknown>;
  read: () => Promise<FlashSale>;
  now: () => Date;
  everyMs?: number;
}

/**
 * A sale as it is now, and again when it has changed, begins or ends, `everyMs` apart at least: whatever happens in
 * between is told by one event, which has the latest state. Ends with the messages.
 */
export function followSale(options: FollowSaleOptions): AsyncIterableIterator<FlashSale> {
  const { messages, read, now, everyMs = SALE_EVENT_MS } = options;
  let last: FlashSale | undefined;
  let lastAt = 0;
  let hasMessage = false;
  const ended = new AbortController();
  let wake: () => void = NOBODY;
  void listen();

  return {
    async next() {
      while (last !== undefined) {
        const isTurn = await untilChange(last);
        await pause(lastAt + everyMs - now().getTime());
        if (ended.signal.aborted) return { done: true, value: undefined };
        hasMessage = false;
        const sale = await read();
        if (isTurn || sale.version !== last.version) return told(sale);
      }
      return told(await read());
    },
    async return() {
      ended.abort();
      wake();
      await messages.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };

  async function listen(): Promise<void> {
    while ((await messages.next()).done !== true) {
      hasMessage = true;
      wake();
    }
    ended.abort();
    wake();
  }

  function told(sale: FlashSale): IteratorResult<FlashSale> {
    last = sale;
    lastAt = now().getTime();
    return { done: false, value: sale };
  }

  /** Whether it is the clock that changes the sale. */
  async function untilChange(sale: FlashSale): Promise<boolean> {
    const turn = nextTurn(sale, new Date(lastAt));
    for (;;) {
      if (hasMessage || ended.signal.aborted) return false;
      const left = turn === undefined ? MAX_TIMER_MS : turn.getTime() - now().getTime();
      if (left <= 0) return true;
      const woken = new AbortController();
      wake = () => woken.abort();
      await pause(Math.min(left, MAX_TIMER_MS), woken.signal);
    }
  }

  async function pause(ms: number, woken = ended.signal): Promise<void> {
    if (ms > 0) await delay(ms, undefined, { signal: woken, ref: false }).catch(() => undefined);
  }
}
