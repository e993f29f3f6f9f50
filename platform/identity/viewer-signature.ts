import { jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Viewer } from './viewer.ts';

/** How a viewer travels from the gateway to a subgraph: a JWT (HS256) that lives for a minute. */
export const VIEWER_HEADER = 'x-plaza-viewer';

const ALGORITHM = 'HS256';
const ISSUER = 'plaza-internal';
const LIFETIME_S = 60;
/** A signature is used for this long, so that one viewer's requests share it. */
const REUSE_MS = 30_000;
const MAX_CACHED = 50_000;

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

export interface ViewerSigner {
  sign: (viewer: Viewer) => Promise<string>;
  /** Throws when the signature is missing, forged or old. */
  verify: (signed: string) => Promise<Viewer>;
}

export function createViewerSigner(secret: string): ViewerSigner {
  const key = new TextEncoder().encode(secret);
  const signatures = new WeakMap<Viewer, { signed: string; until: number }>();
  const verified = new LRUCache<string, Viewer>({ max: MAX_CACHED, ttl: REUSE_MS });

  return {
    async sign(viewer) {
      const known = signatures.get(viewer);
      if (known !== undefined && known.until > Date.now()) return known.signed;

      const signed = await new SignJWT({ viewer })
        .setProtectedHeader({ alg: ALGORITHM })
        .setIssuer(ISSUER)
        .setExpirationTime(`${LIFETIME_S}s`)
        .sign(key);
      signatures.set(viewer, { signed, until: Date.now() + REUSE_MS });
      return signed;
    },

    async verify(signed) {
      const known = verified.get(signed);
      if (known !== undefined) return known;

      const { payload } = await jwtVerify(signed, key, { algorithms: [ALGORITHM], issuer: ISSUER });
      const viewer = viewerSchema.parse(payload['viewer']);
      verified.set(signed, viewer);
      return viewer;
    },
  };
}
