import { readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { KyselyPlugin } from 'kysely';
import { v7 as newId } from 'uuid';
import { DateTime } from '#platform/graphql/scalars.ts';
import { ANONYMOUS, type Viewer } from '#platform/identity/viewer.ts';
import { createStore } from '#platform/database/store.ts';
import { createLive, type Live } from '#platform/live/live.ts';
import { createLocalStorage } from '#platform/storage/local-storage.ts';
import { createUploadTickets } from '#platform/storage/upload-ticket.ts';
import { createSubgraphExecutor } from '#platform/subgraph/executor.ts';
import { silentLog } from '#platform/telemetry/log.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { testRedis } from '#platform/testing/redis.ts';
import { temporaryFolder } from '#platform/testing/temporary-folder.ts';
import { createContext } from '../context.ts';
import { createParts } from '../create-parts.ts';
import type { Tables } from '../data/tables.ts';
import { resolvers } from '../resolvers.ts';

const MIGRATIONS = new URL('../data/migrations/', import.meta.url);
const typeDefs = parse(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8'));
export const schema = buildSubgraphSchema([
  { typeDefs, resolvers: { DateTime, ...resolvers } as never },
]);

const viewerOf = (userId: string, scopes: readonly string[] = []): Viewer => ({
  kind: 'user',
  userId,
  sessionId: 's1',
  roles: ['customer'],
  scopes,
  expiresAt: 0,
});

/** A subscription that was not opened. */
export class Refused extends Error {
  readonly codes: readonly string[];

  constructor(codes: readonly string[]) {
    super(`refused: ${codes.join(', ')}`);
    this.codes = codes;
  }
}

export interface TalkOptions {
  /** What changes or watches its statements. */
  plugins?: readonly KyselyPlugin[];
  changeLive?: (live: Live) => Live;
  /** In place of what the desk says. */
  sendRefusalMs?: () => number;
}

/** Chat on a database and a Redis of its own, with a clock that the test moves. */
export async function openTalk({
  plugins = [],
  changeLive = (one) => one,
  ...given
}: TalkOptions = {}) {
  await using resources = new AsyncDisposableStack();
  const { db, url } = resources.use(await testDatabase<Tables>(MIGRATIONS));
  const store = createStore(plugins.reduce((changed, plugin) => changed.withPlugin(plugin), db));
  const { redis } = resources.use(await testRedis());
  const subscriber = redis.duplicate({ lazyConnect: false });
  const live = changeLive(createLive({ publisher: redis, subscriber, log: silentLog }));
  resources.defer(live.close);
  const clock = { now: new Date('2026-03-04T12:00:00.000Z') };
  const now = () => clock.now;
  const strangers = new Set<string>();
  const { path: mediaDir } = resources.use(await temporaryFolder());
  const tickets = createUploadTickets('a secret of tests alone, and long enough');
  const storage = createLocalStorage({ dir: mediaDir, tickets });
  const taken: string[] = [];
  const pushAfterMs = 5_000;
  const parts = {
    ...createParts({ store, redis, live, storage, pushAfterMs, log: silentLog, now, newId }),
    userExists: (userId: string) => Promise.resolve(!strangers.has(userId)),
    takeSend(userId: string): Promise<number> {
      taken.push(userId);
      return Promise.resolve(0);
    },
    ...given,
  };
  const executor = createSubgraphExecutor({
    name: 'chat',
    schema,
    log: silentLog,
    createContext: (scope) => createContext(parts, scope),
  });

  /** Whoever it is as a client of the graph. */
  function clientOf(viewer: Viewer) {
    return {
      // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows what it asked for
      async ask<Data = never>(
        query: string,
        variables: Record<string, unknown> = {},
      ): Promise<{ data: Data; codes: string[] | undefined }> {
        const result = await executor.execute({ query, variables, viewer, requestId: 'r1' });
        const { data, errors } = JSON.parse(JSON.stringify(result)) as {
          data: Data;
          errors?: { message: string; extensions: { code: string } }[];
        };
        return { data, codes: errors?.map(({ extensions }) => extensions.code) };
      },

      async listen<Data>(query: string, variables: Record<string, unknown> = {}) {
        const events = await executor.subscribe({ query, variables, viewer, requestId: 'r1' });
        if (!(Symbol.asyncIterator in events)) {
          const { errors } = JSON.parse(JSON.stringify(events)) as {
            errors: { extensions: { code: string } }[];
          };
          throw new Refused(errors.map(({ extensions }) => extensions.code));
        }
        const iterator = events[Symbol.asyncIterator]();
        return {
          async next(): Promise<Data> {
            const { value } = (await iterator.next()) as { value: { data: Data } };
            return (JSON.parse(JSON.stringify(value)) as { data: Data }).data;
          },
          [Symbol.asyncDispose]: async () => void (await iterator.return?.()),
        };
      },
    };
  }

  /** A person as a client of the graph. */
  function person(scopes: readonly string[] = []) {
    const userId = newId();
    const someone = {
      id: userId,
      ...clientOf(viewerOf(userId, scopes)),

      async talkTo(other: { id: string }): Promise<string> {
        const { data } = await someone.ask<{ startConversation: { id: string } }>(
          'mutation ($id: ID!) { startConversation(userId: $id) { ... on Conversation { id } } }',
          { id: other.id },
        );
        return data.startConversation.id;
      },

      async send(conversationId: string, text: string, clientId: string = newId()) {
        const { data, codes } = await someone.ask<{
          sendMessage: { __typename: string; sequence?: number };
        }>(
          `mutation ($input: SendMessageInput!) {
            sendMessage(input: $input) { __typename ... on Message { sequence } }
          }`,
          { input: { conversationId, clientId, text } },
        );
        return codes?.[0] ?? data.sendMessage.sequence ?? data.sendMessage.__typename;
      },

      /** Texts of a conversation, oldest first, each with its sequence. */
      async read(conversationId: string): Promise<string[] | null> {
        const { data } = await someone.ask<{
          conversation: { messages: { messages: { sequence: number; text: string }[] } } | null;
        }>(
          `query ($id: ID!) {
            conversation(id: $id) { messages(first: 100) { messages { sequence text } } }
          }`,
          { id: conversationId },
        );
        const found = data.conversation?.messages.messages;
        return found?.toReversed().map(({ sequence, text }) => `${sequence} ${text}`) ?? null;
      },
    };
    return someone;
  }

  const owned = resources.move();
  return {
    ...parts,
    db,
    url,
    redis,
    mediaDir,
    tickets,
    strangers,
    /** Whose messages were counted. */
    taken,
    person,
    nobody: clientOf(ANONYMOUS),
    wait(ms: number): void {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

export type Talk = Awaited<ReturnType<typeof openTalk>>;
