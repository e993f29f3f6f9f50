import { createContext, use, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { LiveState, LiveStore } from './live-state.ts';

const LiveContext = createContext<LiveStore | undefined>(undefined);

export function LiveProvider({ store, children }: { store: LiveStore; children: ReactNode }) {
  return <LiveContext value={store}>{children}</LiveContext>;
}

export function useLive(): LiveState {
  const store = use(LiveContext);
  if (!store) throw new Error('useLive needs a LiveProvider above it');
  return useSyncExternalStore(store.subscribe, store.current);
}

/** Calls `catchUp` each time live updates come back after an interruption. */
export function useCatchUp(catchUp: () => unknown): void {
  const { recoveries } = useLive();
  const seen = useRef(recoveries);
  useEffect(() => {
    if (seen.current === recoveries) return;
    seen.current = recoveries;
    catchUp();
  }, [recoveries, catchUp]);
}
