import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { RequestScope, SubgraphConnection } from '../../platform/subgraph/connection.ts';
import { createSubgraphExecutor } from '../../platform/subgraph/executor.ts';
import { silentLog } from '../../platform/telemetry/log.ts';
import { buildSupergraph } from '../supergraph/build-supergraph.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@authenticated", "@requiresScopes", "@policy"]
)`;

const books = `${LINK}
  type Query { book(id: ID!): Book secrets: String @requiresScopes(scopes: [["secrets:read"]]) }
  type Mutation { rename(id: ID!, title: String!): Book @authenticated }
  type Subscription { bookChanged(id: ID!): Book! }
  type Book @key(fields: "id") { id: ID! title: String! margin: Int @requiresScopes(scopes: [["books:margin"]]) shelf: String @policy(policies: [["role:KEEPER"]]) }
`;
const reviews = `${LINK}
  type Query { viewerKind: String! }
  type Book @key(fields: "id") { id: ID! stars: Int reviews: [Review!]! }
  type Review { text: String! author: String! @authenticated }
`;

export interface TinyGraph {
  supergraph: Supergraph;
  connect: (name: string) => SubgraphConnection;
  /** Names of the subgraphs asked, in order. */
  asked: string[];
  /** Makes a subgraph unreachable. */
  cut: (name: string) => void;
}

const titles = new Map([
  ['1', 'Dune'],
  ['2', 'Emma'],
]);

const book = (id: string) => ({ id, title: titles.get(id), margin: 40, shelf: 'B7' });
const createContext = (scope: RequestScope) => scope;

/** Two subgraphs in this process: books, and reviews that extend them. */
export function createTinyGraph(): TinyGraph {
  const { supergraphSdl, errors } = composeServices([
    { name: 'books', url: 'http://books', typeDefs: parse(books) },
    { name: 'reviews', url: 'http://reviews', typeDefs: parse(reviews) },
  ]);
  if (supergraphSdl === undefined) throw new Error(String(errors));

  const asked: string[] = [];
  const cuts = new Set<string>();
  const connections = new Map([
    subgraph('books', books, {
      Query: { book: (_: unknown, { id }: { id: string }) => book(id), secrets: () => 'hush' },
      Mutation: {
        rename: (_: unknown, { id, title }: Record<string, string>) => ({
          ...book(id ?? ''),
          title,
        }),
      },
      Subscription: {
        bookChanged: {
          async *subscribe(_: unknown, { id }: { id: string }) {
            for (const title of ['draft', 'final']) {
              yield await Promise.resolve({ bookChanged: { ...book(id), title } });
            }
          },
        },
      },
      Book: { __resolveReference: ({ id }: { id: string }) => book(id) },
    }),
    subgraph('reviews', reviews, {
      Query: { viewerKind: (_: unknown, __: unknown, { viewer }: RequestScope) => viewer.kind },
      Book: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        stars: ({ id }: { id: string }) => Number(id) + 3,
        reviews: () => [{ text: 'good', author: 'ada' }],
      },
    }),
  ]);

  return {
    supergraph: buildSupergraph(supergraphSdl),
    asked,
    cut: (name) => cuts.add(name),
    connect(name) {
      const connection = connections.get(name);
      if (connection === undefined) throw new Error(`no subgraph ${name}`);
      return {
        ...connection,
        execute: (request) => {
          asked.push(name);
          if (cuts.has(name)) return Promise.reject(new Error('connection refused'));
          return connection.execute(request);
        },
      };
    },
  };
}

function subgraph(name: string, sdl: string, resolvers: object): [string, SubgraphConnection] {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  return [name, createSubgraphExecutor({ name, schema, createContext, log: silentLog })];
}
