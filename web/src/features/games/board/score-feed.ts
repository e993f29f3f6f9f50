/** Scores that the feed shows, and that wait while it is paused. */
export const FEED_CAPACITY = 30;

export type Feed<Score> = {
  readonly shown: readonly Score[];
  readonly waiting: readonly Score[];
  /** Scores that came during the pause, also those that are no longer kept. */
  readonly missed: number;
};

export const EMPTY_FEED = { shown: [], waiting: [], missed: 0 };

/** The newest first; nothing moves while somebody reads. */
export function addScore<Score>(feed: Feed<Score>, score: Score, isPaused: boolean): Feed<Score> {
  if (!isPaused) return { ...feed, shown: [score, ...feed.shown].slice(0, FEED_CAPACITY) };
  return {
    ...feed,
    waiting: [score, ...feed.waiting].slice(0, FEED_CAPACITY),
    missed: feed.missed + 1,
  };
}

export function resume<Score>(feed: Feed<Score>): Feed<Score> {
  return {
    shown: [...feed.waiting, ...feed.shown].slice(0, FEED_CAPACITY),
    waiting: [],
    missed: 0,
  };
}
