/** The hash under which the server knows an operation; codegen puts it on every document. */
export function documentHash(document: object): string {
  const { __meta__: meta } = document as { __meta__?: { hash?: unknown } };
  if (typeof meta?.hash !== 'string') {
    throw new Error(
      'This operation has no hash: declare it with the generated graphql() and run codegen.',
    );
  }
  return meta.hash;
}

export function persistedQuery(document: object) {
  return { persistedQuery: { version: 1, sha256Hash: documentHash(document) } };
}
