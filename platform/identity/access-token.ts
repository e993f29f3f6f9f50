import { createPrivateKey, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { UserViewer } from './viewer.ts';

/**
 * Short-lived JWTs: accounts issues them, the gateway verifies. The key decides how: RS256 for an RSA key, which is verified
 * in a quarter of the time, EdDSA (RFC 8037) for an Ed25519 key. A token has the one header that goes with the key.
 */
interface Algorithm {
  name: string;
  /** Of what is signed; EdDSA has its own. */
  digest: string | null;
}
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  rsa: { name: 'RS256', digest: 'sha256' },
  ed25519: { name: 'EdDSA', digest: null },
};
const ISSUER = 'plaza';
const AUDIENCE = 'plaza-graph';
const MAX_CACHED_TOKENS = 50_000;

const claims = z.object({
  iss: z.literal(ISSUER),
  aud: z.literal(AUDIENCE),
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
  const { name: alg } = algorithmOf(createPrivateKey(privateKey));
  const key = await importPKCS8(privateKey, alg);
  return (subject, expiresAt) =>
    new SignJWT({ sid: subject.sessionId, roles: subject.roles, scope: subject.scopes.join(' ') })
      .setProtectedHeader({ alg })
      .setSubject(subject.userId)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(expiresAt)
      .sign(key);
}

/** Throws UNAUTHENTICATED when the token is malformed, forged or expired. */
export type TokenVerifier = (token: string) => UserViewer;

/**
 * `publicKey` is PEM (SPKI). Verified tokens are kept until they expire; the same one gives the same object. Verifies at
 * once: handing it to another thread takes three times as long as it does.
 */
export function createTokenVerifier(
  publicKey: string,
  now: () => number = Date.now,
): TokenVerifier {
  const key = createPublicKey(publicKey);
  const algorithm = algorithmOf(key);
  const expectedHeader = encodeJson({ alg: algorithm.name });
  const verified = new LRUCache<string, UserViewer>({ max: MAX_CACHED_TOKENS });

  return (token) => {
    const known = verified.get(token);
    const viewer = known ?? readToken(token);
    if (viewer === undefined) {
      throw new AppError('UNAUTHENTICATED', 'the access token is not valid: sign in again');
    }
    if (viewer.expiresAt * 1_000 <= now()) {
      throw new AppError('UNAUTHENTICATED', 'the access token has expired: use refreshSession');
    }
    if (known === undefined) verified.set(token, viewer);
    return viewer;
  };

  /** Undefined is a token that nobody with the key has issued for us. */
  function readToken(token: string): UserViewer | undefined {
    const [header, payload, signature, ...rest] = token.split('.');
    if (header !== expectedHeader || !payload || !signature || rest.length > 0) return undefined;
    const signed = Buffer.from(`${header}.${payload}`);
    const bytes = Buffer.from(signature, 'base64url');
    // Nothing is left out that is no base64url: one token has one spelling, and no other is kept beside it.
    if (bytes.toString('base64url') !== signature) return undefined;
    if (!verify(algorithm.digest, signed, key, bytes)) return undefined;
    const read = claims.safeParse(decodeJson(payload));
    if (!read.success) return undefined;
    const { sub, sid, roles, scope, exp } = read.data;
    const scopes = scope === '' ? [] : scope.split(' ');
    return { kind: 'user', userId: sub, sessionId: sid, roles, scopes, expiresAt: exp };
  }
}

const encodeJson = (value: object): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** What is signed was written by us. */
const decodeJson = (text: string): unknown =>
  JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));

const LEAST_RSA_BITS = 2_048;

function algorithmOf(key: KeyObject): Algorithm {
  const { asymmetricKeyType: type, asymmetricKeyDetails: { modulusLength } = {} } = key;
  const algorithm = ALGORITHMS[type ?? ''];
  const isShort = modulusLength !== undefined && modulusLength < LEAST_RSA_BITS;
  if (algorithm !== undefined && !isShort) return algorithm;
  const is = isShort ? `RSA with ${modulusLength} bits` : `of type ${type}`;
  throw new Error(
    `the key of access tokens is ${is}: expected RSA (2,048 bits or more) or Ed25519`,
  );
}
