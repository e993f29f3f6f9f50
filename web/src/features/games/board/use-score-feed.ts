import { useCallback, useRef, useState } from 'react';
import type { NumberedScore } from './live-scores.tsx';
import { addScore, EMPTY_FEED, resume, type Feed } from './score-feed.ts';
import type { LiveScore } from './use-live-board.ts';

/** The feed of live scores, and whether it stands still. */
export function useScoreFeed() {
  const [feed, setFeed] = useState<Feed<NumberedScore>>(EMPTY_FEED);
  const [isPaused, setIsPaused] = useState(false);
  const paused = useRef(false);
  const count = useRef(0);

  const add = useCallback((score: LiveScore) => {
    count.current += 1;
    const numbered = { ...score, number: count.current };
    setFeed((before) => addScore(before, numbered, paused.current));
  }, []);

  const pause = useCallback((isHeld: boolean) => {
    paused.current = isHeld;
    setIsPaused(isHeld);
    if (!isHeld) setFeed(resume);
  }, []);

  return { feed, isPaused, add, pause };
}
