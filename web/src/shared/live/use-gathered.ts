import { useCallback, useEffect, useRef } from 'react';

/** Several events of one moment are answered with one request. */
const GATHER_MS = 250;

/** Calls `answer` once a moment after the first of some events; not any more when the component has gone. */
export function useGathered(answer: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(answer);
  useEffect(() => {
    latest.current = answer;
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, GATHER_MS);
  }, []);
}
