import { isFresh, parseSession, type Session } from './session.ts';

export const SESSION_KEY = 'plaza.session';

/** What exchanging a refresh token comes to. A failure of the network is an exception and ends nothing. */
export type Exchange = { kind: 'renewed'; session: Session } | { kind: 'ended' };

export type SessionPorts = {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Runs `work` while no other tab of this origin does. */
  withLock: <T>(work: () => Promise<T>) => Promise<T>;
  exchange: (refreshToken: string) => Promise<Exchange>;
  now: () => number;
};

export type SessionStore = {
  current: () => Session | undefined;
  subscribe: (listener: () => void) => () => void;
  start: (session: Session) => void;
  end: () => void;
  /** Takes over what another tab wrote; call it with the new value of a `storage` event. */
  adopt: (stored: string | null) => void;
  /**
   * An access token that should work, renewed first when it is about to expire. Pass the token that the server turned
   * down to get another one. Undefined when nobody is signed in (any more).
   */
  accessToken: (rejected?: string) => Promise<string | undefined>;
};

/**
 * A refresh token works once, and using one twice ends the whole family. So only one tab renews at a time, and it reads the
 * stored session again once it holds the lock: another tab may have renewed while it waited.
 */
export function createSessionStore({
  storage,
  withLock,
  exchange,
  now,
}: SessionPorts): SessionStore {
  const listeners = new Set<() => void>();
  let session = parseSession(storage.getItem(SESSION_KEY));
  let renewal: Promise<Session | undefined> | undefined;

  function publish(next: Session | undefined): void {
    session = next;
    for (const listener of listeners) listener();
  }

  function start(next: Session): void {
    storage.setItem(SESSION_KEY, JSON.stringify(next));
    publish(next);
  }

  function end(): void {
    storage.removeItem(SESSION_KEY);
    publish(undefined);
  }

  function adopt(stored: string | null): void {
    publish(parseSession(stored));
  }

  function renew(rejected: string | undefined): Promise<Session | undefined> {
    return withLock(async () => {
      const stored = parseSession(storage.getItem(SESSION_KEY));
      if (stored === undefined) {
        publish(undefined);
        return undefined;
      }
      if (isUsable(stored, rejected)) {
        publish(stored);
        return stored;
      }
      const outcome = await exchange(stored.refreshToken);
      const inStorage = parseSession(storage.getItem(SESSION_KEY));
      // Signing out, or in as somebody else, during the exchange wins over its answer.
      if (inStorage?.refreshToken !== stored.refreshToken) {
        publish(inStorage);
        return inStorage;
      }
      if (outcome.kind === 'ended') {
        end();
        return undefined;
      }
      start(outcome.session);
      return outcome.session;
    });
  }

  function isUsable(candidate: Session, rejected: string | undefined): boolean {
    return candidate.accessToken !== rejected && isFresh(candidate, now());
  }

  async function accessToken(rejected?: string): Promise<string | undefined> {
    if (session === undefined) return undefined;
    if (isUsable(session, rejected)) return session.accessToken;
    renewal ??= renew(rejected).finally(() => {
      renewal = undefined;
    });
    return (await renewal)?.accessToken;
  }

  return {
    current: () => session,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    end,
    adopt,
    accessToken,
  };
}
