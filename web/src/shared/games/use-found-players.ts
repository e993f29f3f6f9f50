import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { SEARCH_PLAYERS } from './game-operations.ts';

/** Somebody who types is not interrupted: the search begins this long after the last key. */
export const SEARCH_TYPING_MS = 300;
/** The graph refuses to search for less. */
const MIN_SEARCHED = 2;

/** Players whose name starts so, a moment after the last key. */
export function useFoundPlayers(text: string) {
  const [username] = useDebouncedValue(text.trim(), SEARCH_TYPING_MS);
  const skip = username.length < MIN_SEARCHED;
  const { data, previousData, error, loading } = useQuery(SEARCH_PLAYERS, {
    variables: { username },
    skip,
  });
  const isSettled = username === text.trim() && !loading;
  return {
    players: skip ? [] : ((data ?? previousData)?.searchPlayers ?? []),
    error,
    /** Whether what is found belongs to what is typed, and nothing is there. */
    isNothing: isSettled && !skip && data?.searchPlayers.length === 0,
  };
}
