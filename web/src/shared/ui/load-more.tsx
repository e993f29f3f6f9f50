import { Button, Center } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { ProblemAlert } from './problem-alert.tsx';

/** The next page is fetched when its place is this far below the screen. */
const AHEAD = '800px';

type LoadMoreProps = {
  hasMore: boolean;
  isLoading: boolean;
  error?: unknown;
  onLoad: () => unknown;
};

/** The end of an endless list: loads by itself as it comes near, and by a button where that fails or is not wanted. */
export function LoadMore({ hasMore, isLoading, error, onLoad }: LoadMoreProps) {
  const end = useRef<HTMLDivElement>(null);
  const mayLoad = hasMore && !isLoading && error === undefined;
  const load = useEffectEvent(() => void onLoad());

  useEffect(() => {
    const element = end.current;
    if (!element || !mayLoad) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) load();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [mayLoad]);

  if (!hasMore) return null;
  return (
    <Center ref={end} py="xl" style={{ flexDirection: 'column', gap: 16 }}>
      <ProblemAlert error={error} />
      <Button variant="default" loading={isLoading} onClick={() => void onLoad()}>
        Show more
      </Button>
    </Center>
  );
}
