import { parse, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Parses the text of a fetch; what it returns is shared, and is not changed. */
export type ParseFetch = (text: string) => DocumentNode;

const MAX_DOCUMENTS = 2_000;
/** Characters of all texts together. */
const MAX_TEXTS_LENGTH = 4_000_000;

/**
 * Of one supergraph. Different operations have many fetches in common: those of one text are one document, so that a subgraph of this process
 * compiles it once for all of them. A document that is not kept here any more stays with the operations that have it.
 */
export function createParseFetch(): ParseFetch {
  const documents = new LRUCache<string, DocumentNode>({
    max: MAX_DOCUMENTS,
    maxSize: MAX_TEXTS_LENGTH,
    sizeCalculation: (_document, text) => text.length + 1,
  });
  return (text) => {
    const known = documents.get(text);
    if (known !== undefined) return known;
    const document = parse(text, { noLocation: true });
    documents.set(text, document);
    return document;
  };
}
