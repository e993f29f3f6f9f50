import { addScore, EMPTY_FEED, FEED_CAPACITY, resume, type Feed } from './score-feed.ts';

test('the newest is first, and old ones go', () => {
  let feed: Feed<number> = EMPTY_FEED;
  for (let score = 1; score <= 100; score += 1) feed = addScore(feed, score, false);
  expect(feed.shown).toHaveLength(FEED_CAPACITY);
  expect(feed.shown[0]).toBe(100);
});

test('nothing moves during a pause, and nothing recent is lost by it', () => {
  let feed: Feed<number> = addScore(EMPTY_FEED, 1, false);
  for (let score = 2; score <= 100; score += 1) feed = addScore(feed, score, true);
  expect(feed.shown).toEqual([1]);
  expect(feed.missed).toBe(99);
  expect(feed.waiting).toHaveLength(FEED_CAPACITY);
  feed = resume(feed);
  expect(feed.shown[0]).toBe(100);
  expect(feed.shown).toHaveLength(FEED_CAPACITY);
  expect(feed.missed).toBe(0);
});
