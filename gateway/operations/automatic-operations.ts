import { LRUCache } from 'lru-cache';

/** Characters of all texts together. */
const MAX_LENGTH = 8_000_000;
const MAX_TEXT_LENGTH = 200_000;

/**
 * Where Apollo Server keeps the texts of automatic persisted queries. One store for every supergraph:
 * what a client registered outlives a new one.
 */
export function createAutomaticOperations() {
  const texts = new LRUCache<string, string>({
    maxSize: MAX_LENGTH,
    maxEntrySize: MAX_TEXT_LENGTH,
    sizeCalculation: (text, hash) => text.length + hash.length + 1,
  });
  return {
    get: (hash: string) => Promise.resolve(texts.get(hash)),
    set: (hash: string, text: string) => {
      texts.set(hash, text);
      return Promise.resolve();
    },
    delete: (hash: string) => Promise.resolve(texts.delete(hash)),
  };
}
