/** What a client may send over one socket; then it is not read for a while, so that others have their share. */
export interface MessageBudget {
  /** Takes one message; how many milliseconds nothing more is to be read. */
  take: (nowMs: number) => number;
}

/** Seconds' worth that is read at once: an app that comes back subscribes to everything. */
const BURST_SECONDS = 2;
/** Longest that nothing is read: what has come in one read of a socket may be thousands. */
const MAX_WAIT_MS = 10_000;

export function createMessageBudget(messagesASecond: number): MessageBudget {
  const messageMs = 1_000 / messagesASecond;
  /** When everything that was taken will have been paid for. */
  let paidAtMs = 0;
  return {
    take(nowMs) {
      paidAtMs = Math.max(paidAtMs, nowMs) + messageMs;
      const behindMs = paidAtMs - nowMs - BURST_SECONDS * 1_000;
      return Math.min(MAX_WAIT_MS, Math.max(0, behindMs));
    },
  };
}
