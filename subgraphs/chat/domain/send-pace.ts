/** Who would wait longer than this is asked to come again, and waits at the client: its order is kept there as well. */
export const MAX_WAIT_MS = 1_000;
/** The least and the most that somebody is asked to wait. */
export const MIN_RETRY_MS = 200;
export const MAX_RETRY_MS = 10_000;

export interface SendPace {
  /** A group begins, and has ended. */
  begin: (at: number) => void;
  end: (at: number) => void;
  /** With so many waiting: 0, or the milliseconds after which there is room for one more. */
  refusalMs: (waiting: number, at: number) => number;
}

/**
 * How long one more message would wait for its group. Those who are refused are asked to come back one after the other,
 * as fast as messages are stored: if all of them came at once they would be refused at once.
 */
export function createSendPace(maxGroup: number): SendPace {
  let groupMs = 0;
  let began: number | undefined;
  let promisedAt = 0;

  return {
    begin: (at) => void (began = at),
    end(at) {
      groupMs = (groupMs + at - (began ?? at)) / 2;
      began = undefined;
    },
    refusalMs(waiting, at) {
      // A store that does not answer is seen by the group that is under way.
      const eachGroupMs = Math.max(groupMs, began === undefined ? 0 : at - began);
      const waitMs = Math.ceil(waiting / maxGroup) * eachGroupMs;
      if (waitMs <= MAX_WAIT_MS) return 0;
      promisedAt = Math.max(promisedAt + eachGroupMs / maxGroup, at + waitMs - MAX_WAIT_MS);
      promisedAt = Math.min(promisedAt, at + MAX_RETRY_MS);
      return Math.ceil(Math.max(MIN_RETRY_MS, promisedAt - at));
    },
  };
}
