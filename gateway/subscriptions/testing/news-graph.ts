import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse, type ExecutionResult } from 'graphql';
import { createBoundedQueue, type BoundedQueue } from '../../../platform/live/bounded-queue.ts';
import type {
  RequestScope,
  SubgraphConnection,
  SubgraphRequest,
} from '../../../platform/subgraph/connection.ts';
import { createSubgraphExecutor } from '../../../platform/subgraph/executor.ts';
import { silentLog } from '../../../platform/telemetry/log.ts';
import { buildSupergraph } from '../../supergraph/build-supergraph.ts';
import type { Supergraph } from '../../supergraph/supergraph.ts';

const LINK = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@authenticated", "@requiresScopes", "@composeDirective"]
  )
  @link(url: "https://specs.plaza.example/public/v1.0", import: ["@public"])
  @composeDirective(name: "@public")
directive @public(replay: Boolean! = false) on FIELD_DEFINITION
`;
const RESUME = `
extend schema
  @link(url: "https://specs.plaza.example/resume/v1.0", import: ["@resumable"])
  @composeDirective(name: "@resumable")
directive @resumable(argument: String!, position: String!, lane: String) on FIELD_DEFINITION
`;

export const news = `${LINK}${RESUME}
  type Query { hello: String! slow: String! }
  type Mutation { shout: String! }
  type Subscription {
    headline(topic: Topic): Story! @public
    score: Story! @public(replay: true)
    inbox(topic: String): Story!
    secret: Story! @authenticated
    notes(after: [NotePlace!], topic: String): Note!
      @resumable(argument: "after", position: "number", lane: "topic")
    unmarkedNotes(after: [NotePlace!]): Note!
    ticks(after: Int): Tick! @resumable(argument: "after", position: "at") @public
  }
  type Note { topic: ID! number: Int! text: String! }
  input NotePlace { topic: ID! number: Int! }
  type Tick { at: Int! @public }
  input Topic { name: String! tags: [String!] }
  type Story @key(fields: "id") { id: ID! @public title: String @public price: Int }
`;
const authors = `${LINK}
  type Story @key(fields: "id") { id: ID! @public author: String @public readBy: String! }
`;

const createContext = (scope: RequestScope) => scope;

/** One event stream that the gateway has opened, from the subgraph's side. */
export interface OpenUpstream {
  request: SubgraphRequest;
  /** Sends an event with this story under every subscription field. */
  publish: (story: { id: string; title?: string }) => void;
  send: (event: ExecutionResult) => void;
  complete: () => void;
  /** The connection breaks. */
  lose: () => void;
  isClosed: () => boolean;
}

export interface NewsGraph {
  supergraph: Supergraph;
  connect: (name: string) => SubgraphConnection;
  /** In the order in which they were opened, those that are closed included. */
  upstreams: OpenUpstream[];
  /** Requests that subgraphs have answered. */
  asked: SubgraphRequest[];
  /** What the next attempts to open an event stream get in place of one. */
  refusals: (ExecutionResult | Error)[];
  /** Lets `slow` answer. */
  finishSlow: () => void;
}

export const newsSupergraph = composed();

/** Stories, whose authors another subgraph knows; tests play the side of the subgraph that sends them. */
export function createNewsGraph(): NewsGraph {
  const upstreams: OpenUpstream[] = [];
  const asked: SubgraphRequest[] = [];
  const refusals: (ExecutionResult | Error)[] = [];
  const slow = Promise.withResolvers<string>();

  const executors = new Map([
    subgraph('news', news, {
      Query: { hello: () => 'hello', slow: () => slow.promise },
      Mutation: { shout: () => 'HELLO' },
      Story: { __resolveReference: (reference: object) => reference },
    }),
    subgraph('authors', authors, {
      Story: {
        __resolveReference: ({ id }: { id: string }) => {
          if (id === 'broken') throw new Error('the author is lost');
          return { id };
        },
        author: ({ id }: { id: string }) => `author of ${id}`,
        readBy: (_: unknown, __: unknown, { viewer }: RequestScope) =>
          viewer.kind === 'user' ? viewer.userId : viewer.kind,
      },
    }),
  ]);

  return {
    supergraph: newsSupergraph,
    upstreams,
    asked,
    refusals,
    finishSlow: () => slow.resolve('done'),
    connect(name) {
      const executor = executors.get(name);
      if (executor === undefined) throw new Error(`no subgraph ${name}`);
      return {
        ...executor,
        execute: (request) => {
          asked.push(request);
          return executor.execute(request);
        },
        subscribe(request) {
          const refusal = refusals.shift();
          if (refusal instanceof Error) return Promise.reject(refusal);
          if (refusal !== undefined) return Promise.resolve(refusal);
          const { upstream, events } = open(request);
          upstreams.push(upstream);
          return Promise.resolve(events);
        },
      };
    },
  };
}

function open(request: SubgraphRequest) {
  let isClosed = false;
  const queue: BoundedQueue<ExecutionResult | Error> = createBoundedQueue(1_000, () => {
    isClosed = true;
  });
  const send = (event: ExecutionResult) => queue.push(event);
  const field = /\{\s*(\w+)/.exec(request.query)?.[1] ?? '';
  const upstream: OpenUpstream = {
    request,
    send,
    publish: (story) => send({ data: { [field]: { __typename: 'Story', ...story } } }),
    complete: () => queue.finish(),
    lose: () => queue.push(new Error('connection reset')),
    isClosed: () => isClosed,
  };
  const events: AsyncIterableIterator<ExecutionResult> = {
    async next() {
      const event = await queue.next();
      if (event.value instanceof Error) throw event.value;
      return event as IteratorResult<ExecutionResult>;
    },
    async return() {
      queue.end();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  return { upstream, events };
}

function composed(): Supergraph {
  const { supergraphSdl, errors } = composeServices([
    { name: 'news', url: 'http://news', typeDefs: parse(news) },
    { name: 'authors', url: 'http://authors', typeDefs: parse(authors) },
  ]);
  if (supergraphSdl === undefined) throw new Error(String(errors));
  return buildSupergraph(supergraphSdl);
}

function subgraph(name: string, sdl: string, resolvers: object): [string, SubgraphConnection] {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  return [name, createSubgraphExecutor({ name, schema, createContext, log: silentLog })];
}
