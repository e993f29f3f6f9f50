import { createContext, use, useSyncExternalStore, type ReactNode } from 'react';
import { isAdmin, type Session, type Viewer } from './session.ts';
import type { SessionStore } from './session-store.ts';

const SessionContext = createContext<SessionStore | undefined>(undefined);

export function SessionProvider({ store, children }: { store: SessionStore; children: ReactNode }) {
  return <SessionContext value={store}>{children}</SessionContext>;
}

export function useSessionStore(): SessionStore {
  const store = use(SessionContext);
  if (!store) throw new Error('useSessionStore needs a SessionProvider above it');
  return store;
}

export function useSession(): Session | undefined {
  const store = useSessionStore();
  return useSyncExternalStore(store.subscribe, store.current);
}

export function useViewer(): Viewer | undefined {
  return useSession()?.user;
}

export function useIsAdmin(): boolean {
  return isAdmin(useSession());
}
