import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Viewer } from './viewer.ts';

/**
 * How a viewer travels from the gateway to a subgraph: a JWT (HS256) that lives for a minute. Both ends are ours and
 * make one for every request of a crowd, so there is no choice of algorithms: what has another header is refused.
 */
export const VIEWER_HEADER = 'x-plaza-viewer';

const HEADER = Buffer.from('{"alg":"HS256"}').toString('base64url');
const ISSUER = 'plaza-internal';
const LIFETIME_S = 60;
/** A signature is used for this long, so that one viewer's requests share it. */
const REUSE_MS = 30_000;
const MAX_CACHED = 50_000;

const SECOND_MS = 1_000;

const viewerSchema: z.ZodType<Viewer> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({
    kind: z.literal('user'),
    userId: z.string(),
    sessionId: z.string(),
    roles: z.array(z.string()),
    scopes: z.array(z.string()),
    expiresAt: z.number(),
  }),
  z.object({
    kind: z.literal('partner'),
    partnerKeyId: z.string(),
    scopes: z.array(z.string()),
    pointsPerMinute: z.number().optional(),
  }),
  z.object({ kind: z.literal('service'), name: z.string() }),
]);

const payloadSchema = z.object({
  viewer: viewerSchema,
  iss: z.literal(ISSUER),
  /** Seconds since 1970. */
  exp: z.number(),
});

export interface ViewerSigner {
  sign: (viewer: Viewer) => string;
  /** Throws when the signature is missing, forged or old. */
  verify: (signed: string) => Viewer;
}

export function createViewerSigner(secret: string): ViewerSigner {
  const key = createSecretKey(secret, 'utf8');
  const signatures = new WeakMap<Viewer, { signed: string; until: number }>();
  const verified = new LRUCache<string, Viewer>({ max: MAX_CACHED, ttl: REUSE_MS });

  const signatureOf = (text: string): Buffer => createHmac('sha256', key).update(text).digest();

  return {
    sign(viewer) {
      const known = signatures.get(viewer);
      if (known !== undefined && known.until > Date.now()) return known.signed;

      const exp = Math.floor(Date.now() / SECOND_MS) + LIFETIME_S;
      const payload = JSON.stringify({ viewer, iss: ISSUER, exp });
      const text = `${HEADER}.${Buffer.from(payload).toString('base64url')}`;
      const signed = `${text}.${signatureOf(text).toString('base64url')}`;
      signatures.set(viewer, { signed, until: Date.now() + REUSE_MS });
      return signed;
    },

    verify(signed) {
      const known = verified.get(signed);
      if (known !== undefined) return known;

      const [header, payload = '', signature = '', ...more] = signed.split('.');
      if (header !== HEADER || more.length > 0) throw new Error('expected a JWT signed by HS256');
      const given = Buffer.from(signature, 'base64url');
      const right = signatureOf(`${header}.${payload}`);
      if (given.length !== right.length || !timingSafeEqual(given, right)) {
        throw new Error('signature verification failed');
      }
      const text = Buffer.from(payload, 'base64url').toString();
      const { viewer, exp } = payloadSchema.parse(JSON.parse(text));
      if (exp * SECOND_MS <= Date.now()) throw new Error('the signature has expired');
      verified.set(signed, viewer);
      return viewer;
    },
  };
}
