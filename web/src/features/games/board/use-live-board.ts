import { useSubscription } from '@apollo/client/react';
import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import type {
  BoardEntryFragment,
  LeaderboardInput,
  RecentScoresSubscription,
} from '#schema/operations/generated/graphql.ts';
import { useCatchUp } from '../../../shared/live/live-context.tsx';
import { isWholeBoard } from './board-choice.ts';
import { BOARD_CHANGED, RECENT_SCORES } from './board-operations.ts';
import { createPaced, REFRESH_EVERY_MS, type Paced } from './paced.ts';

export type LiveScore = RecentScoresSubscription['recentScores'];

type LiveBoardOptions = {
  input: LeaderboardInput;
  /** What is over does not change. */
  isClosed: boolean;
  /** The first ten as they are now; told at once. */
  onTop: (top: readonly BoardEntryFragment[], totalPlayers: number) => void;
  /** Something on the board has changed; told at most every five seconds. */
  onChange: () => void;
  onScore: (score: LiveScore) => void;
};

/** Keeps a board current: the first ten as they change, the rest of what is shown a few seconds later. */
export function useLiveBoard({ input, isClosed, onTop, onChange, onScore }: LiveBoardOptions) {
  const { modeId, window } = input;
  const paced = useRef<Paced>(undefined);
  const refresh = useEffectEvent(() => onChange());

  useEffect(() => {
    // Nobody looks at a hidden page; what changed meanwhile shows when it is seen again.
    let isDue = false;
    const run = () => {
      isDue = document.hidden;
      if (!isDue) refresh();
    };
    const onVisible = () => {
      if (isDue && !document.hidden) run();
    };
    const pace = createPaced({ run, everyMs: REFRESH_EVERY_MS });
    paced.current = pace;
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      pace.stop();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, []);

  useSubscription(BOARD_CHANGED, {
    variables: { modeId, window: window ?? 'ALL_TIME' },
    skip: isClosed || !isWholeBoard(input),
    fetchPolicy: 'no-cache',
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return;
      onTop(data.leaderboardChanged.entries, data.leaderboardChanged.totalPlayers);
      paced.current?.ask();
    },
  });

  useSubscription(RECENT_SCORES, {
    variables: { modeId },
    skip: isClosed,
    fetchPolicy: 'no-cache',
    ignoreResults: true,
    onData: ({ data: { data } }) => {
      if (!data) return;
      onScore(data.recentScores);
      paced.current?.ask();
    },
  });

  useCatchUp(useCallback(() => paced.current?.ask(), []));
}
