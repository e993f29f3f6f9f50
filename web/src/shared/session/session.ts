export type Role = 'ADMIN' | 'CUSTOMER' | 'PARTNER';

/** Who is signed in, as far as the browser keeps it. */
export type Viewer = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
};

export type Session = {
  readonly accessToken: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly refreshToken: string;
  readonly user: Viewer;
};

/** A session is renewed this long before its access token expires, so that no request travels with a dying token. */
export const RENEW_BEFORE_MS = 30_000;

export function isFresh(session: Session, nowMs: number): boolean {
  return Date.parse(session.expiresAt) - nowMs > RENEW_BEFORE_MS;
}

export function isAdmin(session: Session | undefined): boolean {
  return session?.user.roles.includes('ADMIN') ?? false;
}

/** Reads what an earlier page stored. Anything that is not a session counts as signed out. */
export function parseSession(text: string | null): Session | undefined {
  if (text === null) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isSession(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false;
  const { accessToken, expiresAt, refreshToken, user } = value as Partial<Session>;
  return (
    typeof accessToken === 'string' &&
    typeof expiresAt === 'string' &&
    !Number.isNaN(Date.parse(expiresAt)) &&
    typeof refreshToken === 'string' &&
    typeof user === 'object' &&
    typeof user.id === 'string' &&
    Array.isArray(user.roles)
  );
}
