import { useEffect, useState } from 'react';
import { clockOffset } from './countdown.ts';

const TICK_MS = 1_000;

/** The server's time, ticking; each answer that carries it sets it right. */
export function useServerClock(serverTime: string | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  const [offset, setOffset] = useState(0);

  useEffect(() => {
    if (serverTime !== undefined) setOffset(clockOffset(serverTime, Date.now()));
  }, [serverTime]);

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);

  return now + offset;
}
