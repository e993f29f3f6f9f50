import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { errors, importPKCS8, importSPKI, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { UserViewer } from './viewer.ts';

/**
 * Short-lived JWTs: accounts issues them, the gateway verifies. The key decides how: RS256 for an RSA key, which is verified
 * in a quarter of the time, EdDSA (RFC 8037) for an Ed25519 key.
 */
const ALGORITHMS: Readonly<Record<string, string>> = { rsa: 'RS256', ed25519: 'EdDSA' };
const ISSUER = 'plaza';
const AUDIENCE = 'plaza-graph';
const MAX_CACHED_TOKENS = 50_000;

const claims = z.object({
  sub: z.string(),
  sid: z.string(),
  roles: z.array(z.string()),
  scope: z.string(),
  exp: z.number(),
});

export type TokenSubject = Omit<UserViewer, 'kind' | 'expiresAt'>;

export type TokenIssuer = (subject: TokenSubject, expiresAt: Date) => Promise<string>;

/** `privateKey` is PEM (PKCS #8). */
export async function createTokenIssuer(privateKey: string): Promise<TokenIssuer> {
  const algorithm = algorithmOf(createPrivateKey(privateKey));
  const key = await importPKCS8(privateKey, algorithm);
  return (subject, expiresAt) =>
    new SignJWT({ sid: subject.sessionId, roles: subject.roles, scope: subject.scopes.join(' ') })
      .setProtectedHeader({ alg: algorithm })
      .setSubject(subject.userId)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(expiresAt)
      .sign(key);
}

/** Throws UNAUTHENTICATED when the token is malformed, forged or expired. */
export type TokenVerifier = (token: string) => Promise<UserViewer>;

/** `publicKey` is PEM (SPKI). Verified tokens are kept until they expire; the same one gives the same object. */
export async function createTokenVerifier(
  publicKey: string,
  now: () => number = Date.now,
): Promise<TokenVerifier> {
  const algorithm = algorithmOf(createPublicKey(publicKey));
  const key = await importSPKI(publicKey, algorithm);
  const verified = new LRUCache<string, UserViewer>({ max: MAX_CACHED_TOKENS });

  return async (token) => {
    const known = verified.get(token);
    if (known !== undefined && known.expiresAt * 1000 > now()) return known;

    const viewer = await verify(token);
    verified.set(token, viewer);
    return viewer;
  };

  async function verify(token: string): Promise<UserViewer> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [algorithm],
        issuer: ISSUER,
        audience: AUDIENCE,
        currentDate: new Date(now()),
      });
      const { sub, sid, roles, scope, exp } = claims.parse(payload);
      const scopes = scope === '' ? [] : scope.split(' ');
      return { kind: 'user', userId: sub, sessionId: sid, roles, scopes, expiresAt: exp };
    } catch (error) {
      const message =
        error instanceof errors.JWTExpired
          ? 'the access token has expired: use refreshSession'
          : 'the access token is not valid: sign in again';
      throw new AppError('UNAUTHENTICATED', message, { cause: error });
    }
  }
}

function algorithmOf({ asymmetricKeyType: type }: KeyObject): string {
  const algorithm = ALGORITHMS[type ?? ''];
  if (algorithm !== undefined) return algorithm;
  throw new Error(
    `the key of access tokens is of type ${type}: expected RSA (2,048 bits or more) or Ed25519`,
  );
}
