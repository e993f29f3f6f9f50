import type { Plugin } from 'vite';

const CALL = /\bgraphql\(\s*(?:\/\*\s*GraphQL\s*\*\/\s*)?`([^`]*)`\s*,?\s*\)/g;

type Documents = Record<string, unknown>;

/**
 * Puts each parsed operation into the module that uses it. Left alone, `graphql(…)` looks its document up in one table,
 * and that table (every operation with its text) would load with the first page.
 */
export function inlineDocuments(): Plugin {
  let documents: Documents = {};
  return {
    name: 'inline-documents',
    apply: 'build',
    async buildStart() {
      documents = await import('#schema/operations/generated/graphql.ts');
    },
    transform(code, id) {
      if (!id.includes('/web/src/') || !code.includes('graphql(')) return null;
      const inlined = code.replaceAll(CALL, (_call, source: string) =>
        JSON.stringify(documents[documentName(source)] ?? missing(source, id)),
      );
      return inlined === code ? null : { code: inlined, map: null };
    },
  };
}

function documentName(source: string): string {
  const [, kind, name] = /^\s*(query|mutation|subscription|fragment)\s+(\w+)/.exec(source) ?? [];
  return kind === 'fragment' ? `${name}FragmentDoc` : `${name}Document`;
}

function missing(source: string, id: string): never {
  throw new Error(
    `${id}: no generated document for "${source.trim().slice(0, 60)}…"; run npm run codegen`,
  );
}
