import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RegisteredOperations } from './find-operation.ts';

/** Operations of our own programs: every partner may run them, too, as far as its scopes reach. */
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
