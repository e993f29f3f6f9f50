/** What a client may send over one socket; then it is not read for a while, so that others have their share. */
export interface MessageBudget {
  /** Takes one message; how many milliseconds nothing more is to be read. */
  take: (nowMs: number) => number;
}

/** An app that comes back subscribes to everything at once. */
const BURST = 500;
/** Longest that nothing is read: what has come in one read of a socket may be thousands. */
const MAX_WAIT_MS = 10_000;
const MESSAGES_A_SECOND = 50;
const MS_A_MESSAGE = 1_000 / MESSAGES_A_SECOND;

export function createMessageBudget(): MessageBudget {
  /** When everything that was taken will have been paid for. */
  let paidAtMs = 0;
  return {
    take(nowMs) {
      paidAtMs = Math.max(paidAtMs, nowMs) + MS_A_MESSAGE;
      const behindMs = paidAtMs - nowMs - BURST * MS_A_MESSAGE;
      return Math.min(MAX_WAIT_MS, Math.max(0, behindMs));
    },
  };
}
