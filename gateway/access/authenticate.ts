import { createHash } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { AppError } from '../../platform/errors.ts';
import type { TokenVerifier } from '../../platform/identity/access-token.ts';
import { ANONYMOUS, type PartnerViewer, type Viewer } from '../../platform/identity/viewer.ts';
import type { GraphClient } from '../../platform/subgraph/graph-client.ts';

/** What a request shows of who sends it. */
export interface Credentials {
  /** `Bearer <access token>` */
  authorization?: string | undefined;
  /** A partner key. */
  apiKey?: string | undefined;
}

/** Throws UNAUTHENTICATED when what is shown is not valid; nothing shown is an anonymous viewer. */
export type Authenticate = (credentials: Credentials) => Promise<Viewer>;

/** A revoked key is refused this much later at the latest. */
const PARTNER_KEY_TTL_MS = 30_000;
const MAX_CACHED_KEYS = 10_000;

const PARTNER_KEY_QUERY =
  'query PartnerKey($hash: String!) { _partnerKeyByHash(hash: $hash) { id scopes pointsPerMinute } }';

export interface AuthenticateOptions {
  /** Without one, a token says nothing: whoever shows it is anonymous. */
  verify: TokenVerifier | undefined;
  graph: GraphClient;
  /** Whether the supergraph knows partner keys; where it does not, a key says nothing. */
  hasPartnerKeys: () => boolean;
}

export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { verify, graph, hasPartnerKeys } = options;
  const keys = new LRUCache<string, PartnerViewer>({
    max: MAX_CACHED_KEYS,
    ttl: PARTNER_KEY_TTL_MS,
  });

  return async ({ authorization, apiKey }) => {
    if (verify !== undefined && authorization !== undefined && authorization !== '') {
      const [, token] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
      if (token === undefined) {
        throw new AppError('UNAUTHENTICATED', 'authorization must be `Bearer <access token>`');
      }
      return verify(token);
    }
    return apiKey === undefined || !hasPartnerKeys() ? ANONYMOUS : partnerOf(apiKey);
  };

  async function partnerOf(apiKey: string): Promise<PartnerViewer> {
    const hash = createHash('sha256').update(apiKey).digest('hex');
    const known = keys.get(hash);
    if (known !== undefined) return known;

    const { _partnerKeyByHash: key } = await graph.request<PartnerKeyAnswer>(
      'accounts',
      PARTNER_KEY_QUERY,
      { hash },
    );
    if (key === null) throw new AppError('UNAUTHENTICATED', 'the API key is unknown or revoked');
    const viewer = {
      kind: 'partner',
      partnerKeyId: key.id,
      scopes: key.scopes,
      ...(key.pointsPerMinute !== null && { pointsPerMinute: key.pointsPerMinute }),
    } as const;
    keys.set(hash, viewer);
    return viewer;
  }
}

export function knowsPartnerKeys(schema: GraphQLSchema): boolean {
  return schema.getQueryType()?.getFields()['_partnerKeyByHash'] !== undefined;
}

/** Whether a subgraph keeps operations that administrators register. */
export function knowsRegistry(schema: GraphQLSchema): boolean {
  return schema.getQueryType()?.getFields()['_registeredOperations'] !== undefined;
}

interface PartnerKeyAnswer {
  _partnerKeyByHash: { id: string; scopes: string[]; pointsPerMinute: number | null } | null;
}
