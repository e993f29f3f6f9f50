import {
  createSessionStore,
  SESSION_KEY,
  type Exchange,
  type SessionStore,
} from './session-store.ts';

const LOCK_NAME = 'plaza.session.renewal';

/** The session of this browser: localStorage shared by its tabs, and the Web Locks API between them. */
export function openBrowserSession(
  exchange: (refreshToken: string) => Promise<Exchange>,
): SessionStore {
  const store = createSessionStore({
    storage: localStorage,
    // Web Locks exist in secure contexts only; on plain http beyond localhost a tab is on its own.
    withLock: async (work) =>
      'locks' in navigator ? await navigator.locks.request(LOCK_NAME, work) : await work(),
    exchange,
    now: Date.now,
  });
  addEventListener('storage', (event) => {
    // A null key means that the whole storage was cleared.
    if (event.key === SESSION_KEY || event.key === null) store.adopt(event.newValue);
  });
  return store;
}
