import { z } from 'zod';
import type { Consumption } from '../bus/bus.ts';
import { isId } from '../database/ids.ts';
import type { Store } from '../database/store.ts';
import { AppError } from '../errors.ts';
import { createPage, readPageRequest, type PageRequest } from '../graphql/page.ts';
import { requireScope, requireUser, type Viewer } from '../identity/viewer.ts';
import type { Log } from '../telemetry/log.ts';
import {
  countDeadLetters,
  listDeadLetters,
  markDiscarded,
  positionOfDeadLetter,
  type DeadLetterChoice,
  type DeadLetterState,
  type KeptDeadLetter,
} from './dead-letter.repository.ts';
import { discardField, redriveField } from './message-desk-schema.ts';
import { redriveDeadLetters } from './redrive.ts';
import type { MessagingTables } from './tables.ts';

/** One decision is one transaction: it takes no more than so many letters. */
const MAX_LETTERS = 1_000;
const MAX_REASON = 500;
const ORDER = 'dead-letters';

export interface MessageDeskParts<Tables extends MessagingTables> {
  subgraph: string;
  store: Store<Tables>;
  /** By name, wherever they consume. */
  groups: ReadonlyMap<string, Pick<Consumption, 'lag'>>;
  outboxPending: () => Promise<number>;
  log: Log;
  now: () => Date;
}

interface DeadLetterArguments {
  group?: string | null;
  state?: DeadLetterState | null;
  first?: number | null;
  after?: string | null;
}

interface DeskContext {
  viewer: Viewer;
}

const ids = z
  .array(z.string())
  .min(1, `ids must be 1 to ${MAX_LETTERS}`)
  .max(MAX_LETTERS, `ids must be 1 to ${MAX_LETTERS}`)
  .transform((all) => all.filter(isId));
const reasonText = z
  .string()
  .trim()
  .min(1, `reason must have 1 to ${MAX_REASON} characters`)
  .max(MAX_REASON, `reason must have 1 to ${MAX_REASON} characters`);

/** Resolvers of the schema that `messageDeskSchema` writes: what administrators see of messages, and decide. */
export function createMessageDesk<Tables extends MessagingTables>(
  parts: MessageDeskParts<Tables>,
): Record<string, object> {
  const { subgraph, store, groups, outboxPending, log, now } = parts;
  const { db } = store;

  async function decide(
    what: string,
    { viewer }: DeskContext,
    work: (by: string) => Promise<KeptDeadLetter[]>,
  ): Promise<KeptDeadLetter[]> {
    requireScope(viewer, 'messages:write');
    const { userId } = requireUser(viewer);
    const letters = await work(userId);
    log.info({ userId, ids: letters.map(({ id }) => id) }, `dead letters are ${what}`);
    return letters;
  }

  return {
    Query: {
      [`${subgraph}Messages`](_root: unknown, _args: unknown, { viewer }: DeskContext) {
        requireScope(viewer, 'messages:read');
        return {
          name: subgraph,
          outboxPending,
          groups: () => listGroups(groups, () => countDeadLetters(db)),
          async deadLetters({ group, state, ...args }: DeadLetterArguments) {
            const page = readPageRequest(args, ORDER);
            const filter = { group: group ?? undefined, state: state ?? 'OPEN' };
            const letters = await listDeadLetters(db, filter, readPlace(page));
            return createPage(letters, page, ORDER, positionOfDeadLetter);
          },
        };
      },
    },
    Mutation: {
      [redriveField(subgraph)]: async (
        _root: unknown,
        { input }: { input: { ids?: string[] | null; group?: string | null } },
        context: DeskContext,
      ) => ({
        redriven: await decide('published again', context, (by) => {
          const choice = readChoice(input);
          return store.transact((tx) => redriveDeadLetters(tx, choice, { at: now(), by }));
        }),
      }),
      [discardField(subgraph)]: async (
        _root: unknown,
        { input }: { input: { ids: string[]; reason: string } },
        context: DeskContext,
      ) => ({
        discarded: await decide('discarded', context, (by) => {
          const choice = { ids: read(ids, input.ids) };
          const reason = read(reasonText, input.reason);
          return store.transact((tx) => markDiscarded(tx, choice, { at: now(), by, reason }));
        }),
      }),
    },
    DeadLetter: {
      type: ({ envelope }: KeptDeadLetter) => envelope.type,
      key: ({ envelope }: KeptDeadLetter) => envelope.key,
      event: ({ envelope }: KeptDeadLetter) => JSON.stringify(envelope),
    },
  };
}

async function listGroups(
  groups: ReadonlyMap<string, Pick<Consumption, 'lag'>>,
  countLetters: () => Promise<Map<string, number>>,
) {
  const counts = await countLetters();
  const names = [...new Set([...groups.keys(), ...counts.keys()])].toSorted();
  return Promise.all(
    names.map(async (name) => {
      const lags = await groups
        .get(name)
        ?.lag()
        .catch(() => undefined);
      const topics = Object.entries(lags ?? {}).map(([topic, lag]) => ({ topic, lag }));
      const lag = lags && topics.reduce((sum, each) => sum + each.lag, 0);
      return { name, lag, topics, deadLetters: counts.get(name) ?? 0 };
    }),
  );
}

function readChoice(input: { ids?: string[] | null; group?: string | null }): DeadLetterChoice {
  if ((input.ids == null) === (input.group == null)) {
    throw new AppError('BAD_USER_INPUT', 'give either ids or a group');
  }
  return input.group == null
    ? { ids: read(ids, input.ids) }
    : { group: input.group, limit: MAX_LETTERS };
}

function read<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  throw new AppError('BAD_USER_INPUT', error.issues.map(({ message }) => message).join('; '));
}

/** A cursor comes from the client, so it may hold anything. */
function readPlace({ first, after }: PageRequest) {
  if (after === undefined) return { first, after };
  const [time, id] = after;
  const failedAt = new Date(typeof time === 'number' ? time : Number.NaN);
  if (Number.isNaN(failedAt.getTime()) || !isId(id)) {
    throw new AppError('BAD_USER_INPUT', 'after must be an endCursor of this list');
  }
  return { first, after: { failedAt, id } };
}
