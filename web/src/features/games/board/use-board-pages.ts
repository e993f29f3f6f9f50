import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { BoardEntryFragment, LeaderboardInput } from '#schema/operations/generated/graphql.ts';
import { BOARD_PAGE } from './board-operations.ts';
import { createBoardPages } from './board-pages.ts';

/** The pages of one board; another board begins with none. The input has to be the same object while it is the same board. */
export function useBoardPages(input: LeaderboardInput) {
  const client = useApolloClient();
  const pages = useMemo(
    () =>
      createBoardPages<BoardEntryFragment>({
        now: () => performance.now(),
        fetchPage: async (fromRank, signal) => {
          // Pages have a bounded store of their own: ten million players do not pass through the cache of the page.
          const { data } = await client.query({
            query: BOARD_PAGE,
            variables: { input, fromRank },
            fetchPolicy: 'no-cache',
            context: { fetchOptions: { signal } },
          });
          if (!data) throw new Error('The board did not answer.');
          const { endsAt, ...board } = data.leaderboard;
          return { ...board, endsAt: endsAt ?? null };
        },
      }),
    [client, input],
  );
  useEffect(() => {
    pages.refresh();
    return () => pages.stop();
  }, [pages]);
  return { pages, view: useSyncExternalStore(pages.subscribe, pages.view) };
}
