import type { TokenIssuer } from '#platform/identity/access-token.ts';
import type { Store } from '#platform/database/store.ts';
import {
  extendSession,
  findRefreshToken,
  insertRefreshToken,
  insertSession,
  lockRefreshToken,
  markUsed,
  revokeSession,
} from '../data/session.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { listUsersByIds } from '../data/user.repository.ts';
import { judgeRefresh, type RefreshVerdict } from '../domain/refresh.ts';
import { scopesOf } from '../domain/roles.ts';
import type { User } from '../domain/user.ts';
import { hashSecret } from './secret.ts';

export interface SignedIn {
  accessToken: string;
  expiresAt: Date;
  refreshToken: string;
  user: User;
}

export type Refreshed = { verdict: 'rotate'; session: SignedIn } | { verdict: 'ended' | 'stolen' };

export interface Sessions {
  /** Begins a session inside a transaction, such as that of a new account. */
  open: (tx: Tx, user: User) => Promise<SignedIn>;
  /** Each token works once: PostgreSQL decides between two at once. Reuse ends the family. */
  refresh: (refreshToken: string) => Promise<Refreshed>;
  /** Does nothing when the session has ended already, or never was. */
  end: (refreshToken: string) => Promise<void>;
}

export interface SessionsOptions {
  store: Store<Tables>;
  issueToken: TokenIssuer;
  now: () => Date;
  newId: () => string;
  newSecret: () => string;
  accessMs: number;
  refreshMs: number;
  graceMs: number;
  /** How a token is read before it is used up; tests read without the lock to see it matter. */
  readToken?: typeof lockRefreshToken;
}

export function createSessions(options: SessionsOptions): Sessions {
  const { store, issueToken, now, newId, newSecret } = options;
  const { accessMs, refreshMs, graceMs, readToken = lockRefreshToken } = options;

  return {
    async open(tx, user) {
      const session = {
        id: newId(),
        userId: user.id,
        createdAt: now(),
        expiresAt: later(refreshMs),
      };
      await insertSession(tx, session);
      return issue(tx, session.id, user);
    },

    refresh: (refreshToken) =>
      store.transact(async (tx): Promise<Refreshed> => {
        const hash = hashSecret(refreshToken);
        const token = await readToken(tx, hash);
        const verdict: RefreshVerdict = judgeRefresh(token, now(), graceMs);
        if (token === undefined || verdict === 'ended') return { verdict: 'ended' };
        if (verdict === 'stolen') {
          await revokeSession(tx, token.sessionId, now());
          return { verdict };
        }

        await markUsed(tx, hash, now());
        const [user] = await listUsersByIds(tx, [token.userId]);
        const isOpen = await extendSession(tx, token.sessionId, later(refreshMs));
        if (!isOpen || user === undefined) return { verdict: 'ended' };
        return { verdict, session: await issue(tx, token.sessionId, user) };
      }),

    async end(refreshToken) {
      const token = await findRefreshToken(store.db, hashSecret(refreshToken));
      if (token !== undefined) await revokeSession(store.db, token.sessionId, now());
    },
  };

  async function issue(tx: Tx, sessionId: string, user: User): Promise<SignedIn> {
    const refreshToken = newSecret();
    const hash = hashSecret(refreshToken);
    await insertRefreshToken(tx, { hash, sessionId, userId: user.id, createdAt: now() });

    const expiresAt = later(accessMs);
    const { id: userId, roles } = user;
    const subject = { userId, sessionId, roles, scopes: scopesOf(roles) };
    return { accessToken: await issueToken(subject, expiresAt), expiresAt, refreshToken, user };
  }

  function later(ms: number): Date {
    return new Date(now().getTime() + ms);
  }
}
