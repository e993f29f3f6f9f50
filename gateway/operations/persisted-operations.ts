import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import type { IncomingOperation, RegisteredOperations } from './find-operation.ts';

export type { IncomingOperation } from './find-operation.ts';

export interface PersistedOperations extends RegisteredOperations {
  texts: () => Iterable<string>;
}

const fileSchema = z.record(z.string(), z.string());

/** Reads the file that codegen writes: hash to text. A missing file means that there are none. */
export function loadPersistedOperations(file: string): PersistedOperations {
  const content: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const byHash = new Map(Object.entries(fileSchema.parse(content)));
  const texts = new Set(byHash.values());
  return {
    find: (hash) => byHash.get(hash),
    has: (text) => texts.has(text),
    isForPartner: (_partnerKeyId, text) => texts.has(text),
    texts: () => texts.values(),
  };
}

const persistedQuery = z.object({ version: z.literal(1), sha256Hash: z.string() });

/**
 * Puts the text of a registered operation in place of its hash. A hash that is not registered stays as
 * it is, for automatic persisted queries to answer.
 */
export function resolvePersisted<Operation extends IncomingOperation>(
  operation: Operation,
  registered: PersistedOperations,
): Operation {
  if (typeof operation.query === 'string' && operation.query !== '') return operation;
  const named = persistedQuery.safeParse(operation.extensions?.['persistedQuery']);
  const query = named.success ? registered.find(named.data.sha256Hash) : undefined;
  if (query === undefined) return operation;
  const { persistedQuery: _resolved, ...extensions } = operation.extensions ?? {};
  return { ...operation, query, extensions };
}

/** Partners run registered operations and nothing else. Throws FORBIDDEN. */
export function requireRegistered(query: string, registered: PersistedOperations): void {
  if (registered.has(query)) return;
  throw new AppError('FORBIDDEN', 'an API key may run registered operations only');
}
