import { useEffect, useState } from 'react';
import type { Talk } from '../talk/talk.ts';

/** What has been on the screen of a window that is looked at is read. */
export function useReading(talk: Talk, conversationId: string, lastShown: number): void {
  const isLookedAt = useIsLookedAt();
  useEffect(() => {
    if (isLookedAt && lastShown > 0) talk.read({ conversationId, sequence: lastShown });
  }, [talk, conversationId, lastShown, isLookedAt]);
}

function useIsLookedAt(): boolean {
  const [isLookedAt, setIsLookedAt] = useState(look);
  useEffect(() => {
    const update = () => setIsLookedAt(look());
    window.addEventListener('focus', update);
    window.addEventListener('blur', update);
    document.addEventListener('visibilitychange', update);
    return () => {
      window.removeEventListener('focus', update);
      window.removeEventListener('blur', update);
      document.removeEventListener('visibilitychange', update);
    };
  }, []);
  return isLookedAt;
}

const look = () => document.visibilityState === 'visible' && document.hasFocus();
