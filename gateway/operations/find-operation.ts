import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Caller } from './caller.ts';
import { callerKey } from './caller.ts';
import { refusal, type Refusals } from './refusals.ts';
import type { SharedTexts } from './shared-texts.ts';

/** A GraphQL request as clients send it over HTTP or a socket. */
export interface IncomingOperation {
  query?: string | null | undefined;
  operationName?: string | null | undefined;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Operations that somebody who may has registered. */
export interface RegisteredOperations {
  /** The text of this SHA-256, or undefined. */
  find: (hash: string) => string | undefined;
  has: (text: string) => boolean;
  /** Whether this partner key may run it. */
  isForPartner: (partnerKeyId: string, text: string) => boolean;
}

export interface FoundOperation {
  source: string;
  isRegistered: boolean;
  /** Keeps the text under its hash, once it has shown itself to be a valid document. */
  remember: () => void;
}

/**
 * The text of what a caller asks for: at once, unless another gateway may know it. Throws a GraphQLError with
 * a code.
 */
export type FindOperation = (
  incoming: IncomingOperation,
  caller: Caller,
) => FoundOperation | Promise<FoundOperation>;

/** What callers without a partner key may run. */
export type Safelist = 'off' | 'report' | 'enforce';

export interface FindOperationOptions {
  registered: RegisteredOperations;
  safelist: Safelist;
  refusals: Refusals;
  /** What other gateways were told; without it each knows its own. */
  shared?: SharedTexts | undefined;
}

const MAX_AUTOMATIC = 5_000;
/** Characters of all texts together. */
const MAX_AUTOMATIC_LENGTH = 8_000_000;

/** SHA-256 in hex: anything else was never told to anybody. */
const HASH = /^[\da-f]{64}$/;

const persistedQuery = z.object({ version: z.literal(1), sha256Hash: z.string() });

/**
 * Registered operations by their hash, and automatic persisted queries
 * (https://www.apollographql.com/docs/apollo-server/performance/apq): an unknown hash is answered with
 * PERSISTED_QUERY_NOT_FOUND, the client sends text and hash, and from then on the hash is enough.
 */
export function createFindOperation(options: FindOperationOptions): FindOperation {
  const { registered, safelist, refusals, shared } = options;
  const automatic = new LRUCache<string, string>({
    max: MAX_AUTOMATIC,
    maxSize: MAX_AUTOMATIC_LENGTH,
    sizeCalculation: (text) => text.length + 1,
  });

  return (incoming, caller) => {
    const named = hashOf(incoming);
    const given = incoming.query ?? '';
    if (given !== '') {
      if (named !== undefined && sha256(given) !== named) {
        throw refusal('BAD_USER_INPUT', 'sha256Hash is not the SHA-256 of the query');
      }
      return found(given, caller, named);
    }
    if (named === undefined) {
      throw refusal('BAD_REQUEST', 'expected a `query`, or the hash of a persisted one');
    }
    const known = registered.find(named) ?? automatic.get(named);
    return known === undefined ? findShared(named, caller) : found(known, caller);
  };

  function found(source: string, caller: Caller, toldHash?: string): FoundOperation {
    const isRegistered = registered.has(source);
    requireRegistered(source, isRegistered, caller);
    return {
      source,
      isRegistered,
      remember() {
        if (toldHash === undefined || isRegistered) return;
        if (!automatic.has(toldHash)) shared?.keep(toldHash, source);
        automatic.set(toldHash, source);
      },
    };
  }

  async function findShared(hash: string, caller: Caller): Promise<FoundOperation> {
    const text = HASH.test(hash) ? await shared?.find(hash) : undefined;
    if (text === undefined) throw refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
    const operation = found(text, caller);
    automatic.set(hash, text);
    return operation;
  }

  /** Partners run their registered operations and nothing else; others where the safelist says so. */
  function requireRegistered(source: string, isRegistered: boolean, caller: Caller): void {
    const { viewer, requestId } = caller;
    if (viewer.kind === 'partner') {
      if (registered.isForPartner(viewer.partnerKeyId, source)) return;
      refusals.count('not_registered');
      throw refusal('FORBIDDEN', 'an API key may run its registered operations only');
    }
    if (isRegistered || safelist === 'off') return;
    refusals.refuse({
      reason: 'not_registered',
      error: refusal('FORBIDDEN', 'only registered operations may run here'),
      isEnforced: safelist === 'enforce',
      caller: callerKey(caller),
      requestId,
    });
  }
}

function hashOf({ extensions }: IncomingOperation): string | undefined {
  const value = extensions?.['persistedQuery'];
  if (value === undefined || value === null) return undefined;
  const named = persistedQuery.safeParse(value);
  if (named.success) return named.data.sha256Hash;
  throw refusal('PERSISTED_QUERY_NOT_SUPPORTED', 'expected persistedQuery of version 1');
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
