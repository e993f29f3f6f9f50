import type { Position } from './talk-types.ts';

/** Conversations that the graph takes in one acknowledgement. */
export const MAX_POSITIONS = 100;
/** Acknowledgements are gathered this long. */
export const GATHER_MS = 300;
/** Conversations that wait to be acknowledged; the rest is told by the next look at the list. */
const CAPACITY = 5_000;

export type PositionBatch = {
  add: (positions: readonly Position[]) => void;
  stop: () => void;
};

type Options = {
  send: (positions: readonly Position[]) => Promise<unknown>;
  schedule: (run: () => void, ms: number) => () => void;
};

/** Gathers how far conversations have got, the furthest of each, and tells it in one request at a time. */
export function createPositionBatch({ send, schedule }: Options): PositionBatch {
  const furthest = new Map<string, number>();
  let cancel: (() => void) | undefined;
  let isSending = false;
  let isStopped = false;

  function plan(): void {
    if (cancel || isSending || isStopped || furthest.size === 0) return;
    cancel = schedule(() => {
      cancel = undefined;
      void flush();
    }, GATHER_MS);
  }

  async function flush(): Promise<void> {
    const batch = [...furthest].slice(0, MAX_POSITIONS);
    for (const [conversationId] of batch) furthest.delete(conversationId);
    isSending = true;
    // Lost ones are told again with the next message, or when the list is read again.
    await send(batch.map(([conversationId, sequence]) => ({ conversationId, sequence }))).catch(
      () => undefined,
    );
    isSending = false;
    plan();
  }

  return {
    add(positions) {
      for (const { conversationId, sequence } of positions) {
        const before = furthest.get(conversationId);
        if (before === undefined && furthest.size >= CAPACITY) continue;
        furthest.set(conversationId, Math.max(before ?? 0, sequence));
      }
      plan();
    },
    stop() {
      isStopped = true;
      cancel?.();
    },
  };
}
