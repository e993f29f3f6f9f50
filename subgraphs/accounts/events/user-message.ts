import type { BusMessage } from '#platform/bus/bus.ts';
import { USER_EVENTS, type UserEvent } from '#schema/events/user-events.ts';
import type { User } from '../domain/user.ts';

/** What others are told about a user: never the e-mail address. */
export function userMessage(
  type: UserEvent['type'],
  { id, name }: Pick<User, 'id' | 'name'>,
  { now, newId }: { now: () => Date; newId: () => string },
): BusMessage {
  const data: UserEvent['data'] = { userId: id, name };
  const envelope = { id: newId(), type, key: id, time: now().toISOString(), data };
  return { topic: USER_EVENTS, envelope };
}
