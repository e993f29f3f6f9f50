import { readFileSync } from 'node:fs';
import { parse, type DocumentNode } from 'graphql';
import { messageDeskSchema } from '../messaging/message-desk-schema.ts';

/** What a subgraph serves: the `schema.graphql` of its folder, and what every subgraph has. */
export function readSubgraphSchema(name: string, file: string | URL): DocumentNode {
  return parse(`${readFileSync(file, 'utf8')}\n${messageDeskSchema(name)}`);
}
