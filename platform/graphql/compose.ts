import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { readSubgraphSchema } from '../subgraph/read-schema.ts';

export interface Composition {
  /** The supergraph, for the gateway, and the schema that its clients see; absent when the subgraphs do not fit together. */
  files?: { supergraph: string; api: string };
  errors: readonly string[];
  hints: readonly string[];
}

/** The names of the folders in `directory` that hold a `schema.graphql`, sorted. */
export function listSubgraphs(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => existsSync(join(directory, name, 'schema.graphql')))
    .toSorted();
}

/** Composes the subgraphs found in `directory`. The URLs are placeholders: settings say where each one is. */
export function composeSupergraph(directory: string): Composition {
  const subgraphs = listSubgraphs(directory).map((name) => ({
    name,
    url: `http://${name}:4000/graphql`,
    typeDefs: readSubgraphSchema(name, join(directory, name, 'schema.graphql')),
  }));

  const { errors, hints, supergraphSdl } = composeServices(subgraphs);
  const problems = {
    errors: (errors ?? []).map(({ message }) => message),
    hints: (hints ?? []).map(({ message }) => message),
  };
  if (supergraphSdl === undefined) return problems;

  const supergraph = `${supergraphSdl}\n`;
  return { ...problems, files: { supergraph, api: printApiSchema(supergraph) } };
}

// `supportedFeatures: null` reads a supergraph that uses features this package does not enforce itself, such as access rules.
function printApiSchema(supergraphSdl: string): string {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: null });
  const schema = supergraph.apiSchema().toGraphQLJSSchema();
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
