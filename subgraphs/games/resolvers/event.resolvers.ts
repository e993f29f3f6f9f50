import { AppError } from '#platform/errors.ts';
import { requireScope, requireUser } from '#platform/identity/viewer.ts';
import {
  cancelGameEvent,
  findGameEvent,
  insertGameEvent,
  listAllGameEvents,
  type NamedGameEvent,
} from '../data/game-event.repository.ts';
import { isId } from '#platform/database/ids.ts';
import { findEventFault } from '../domain/game-event.ts';
import { EVENT_NOTICE_MS } from '../event-calendar.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { getMode } from '../open-board.ts';
import { readCount } from './board.resolvers.ts';
import { MANAGE_GAMES } from './scopes.ts';

const MAX_EVENTS = 100;
const DEFAULT_EVENTS = 25;

export const eventResolvers: Resolvers = {
  Query: {
    gameEvents: async (_root, { modeId, includeOver, first }, context) => {
      const { db, modes, now, eventsById } = context;
      const events = await listAllGameEvents(db, {
        modeId: modeId == null ? undefined : getMode(modes, modeId).id,
        endedAfter: includeOver ? undefined : now(),
        limit: readCount('first', first ?? DEFAULT_EVENTS, MAX_EVENTS),
      });
      // Their boards ask for them again.
      for (const event of events) eventsById.prime(event.id, event);
      return events;
    },
  },

  Mutation: {
    scheduleGameEvent: async (_root, { input }, { db, modes, viewer, now, newId }) => {
      requireScope(viewer, MANAGE_GAMES);
      const { userId } = requireUser(viewer);
      const mode = getMode(modes, input.modeId);
      const planned = { ...input, name: input.name.trim(), multiplier: input.multiplier ?? 1 };
      const earliestStart = new Date(now().getTime() + EVENT_NOTICE_MS);
      const fault = findEventFault(planned, earliestStart);
      if (fault !== undefined) throw new AppError('BAD_USER_INPUT', fault);
      const event = { ...planned, id: newId(), modeId: mode.id };
      await insertGameEvent(db, { ...event, createdAt: now(), createdBy: userId });
      return { ...event, cancelledAt: null };
    },

    cancelGameEvent: async (_root, { id }, { db, viewer, now, eventsById }) => {
      requireScope(viewer, MANAGE_GAMES);
      const event = isId(id) ? await findGameEvent(db, id) : undefined;
      if (event === undefined) throw new AppError('NOT_FOUND', 'there is no such event');
      // Every server counts games on it until it has heard of the end.
      const cancelledAt = now();
      const endsAt = new Date(cancelledAt.getTime() + EVENT_NOTICE_MS);
      const cancelled = await cancelGameEvent(db, id, { cancelledAt, endsAt });
      eventsById.clear(id);
      if (cancelled !== undefined) return { __typename: 'GameEvent', ...cancelled };
      const message = `${event.name} is over already.`;
      return { __typename: 'GameEventOver', message, event };
    },
  },

  GameEvent: {
    __resolveReference: async ({ id }, { eventsById }) => (await eventsById.load(id)) ?? null,
    mode: ({ modeId }, _args, { modes }) => getMode(modes, modeId),
    status: (event, _args, { now }) => statusOf(event, now()),
    participants: async (event, _args, context) =>
      tookPlace(event)
        ? (await context.openBoard({ modeId: event.modeId, eventId: event.id })).countPlayers()
        : 0,
    leaderboard: (event, _args, context) =>
      tookPlace(event) ? context.openBoard({ modeId: event.modeId, eventId: event.id }) : null,
  },
};

const tookPlace = ({ cancelledAt, startsAt }: NamedGameEvent): boolean =>
  cancelledAt === null || cancelledAt >= startsAt;

function statusOf({ cancelledAt, startsAt, endsAt }: NamedGameEvent, at: Date) {
  if (cancelledAt !== null) return 'CANCELLED';
  if (at < startsAt) return 'SCHEDULED';
  return at < endsAt ? 'RUNNING' : 'OVER';
}
