import { appendToOutbox } from '#platform/messaging/outbox.ts';
import { listDeviceOwners } from './data/device.repository.ts';
import { insertNotifications, type NewNotification } from './data/notification.repository.ts';
import type { Tx } from './data/tables.ts';
import { listUsersByIds } from './data/user.repository.ts';
import { channelsFor } from './domain/channels.ts';
import { isId } from '#platform/database/ids.ts';
import {
  priorityOf,
  type Notification,
  type NotificationChannel,
  type NotificationKind,
} from './domain/notification.ts';
import type { User } from './domain/user.ts';
import { notificationRequest } from './events/notification-request.ts';

/** Something that one user is to be told. */
export interface Note {
  userId: string;
  kind: NotificationKind;
  /** One cause makes one notification of a user and channel, however often it is told. */
  cause: string;
  orderId: string | null;
  write: (user: User) => { subject: string; body: string };
  /** By these ways rather than those that the user chose. */
  channels?: readonly NotificationChannel[];
}

export interface NotifyParts {
  /** Without one, PUSH is what is shown live. */
  hasPushProvider: boolean;
  now: () => Date;
  newId: () => string;
}

/**
 * Makes notifications and asks for those to be sent that leave the house, in the caller's transaction. Returns
 * those that are new. Users that are unknown here hear nothing.
 */
export async function notify(
  tx: Tx,
  notes: readonly Note[],
  parts: NotifyParts,
): Promise<Notification[]> {
  const userIds = [...new Set(notes.map(({ userId }) => userId).filter(isId))];
  if (userIds.length === 0) return [];
  const users = await listUsersByIds(tx, userIds);
  const known = new Map(users.map((user) => [user.id, user]));
  const owners = await ownersOf(tx, users, parts);

  const drafts = notes.flatMap((note): NewNotification[] => {
    const user = known.get(note.userId);
    return user === undefined ? [] : draftsOf(note, user, owners.has(user.id), parts);
  });
  // In one order everywhere, so that two transactions with the same causes cannot deadlock.
  const created = await insertNotifications(tx, drafts.toSorted(byUserAndCause));
  await appendToOutbox(
    tx,
    created
      .filter(({ status }) => status === 'QUEUED')
      .map((each) => notificationRequest({ ...each, notificationId: each.id }, parts)),
  );
  return created;
}

/** Those with a device that push messages reach. */
async function ownersOf(
  tx: Tx,
  users: readonly User[],
  { hasPushProvider }: NotifyParts,
): Promise<Set<string>> {
  const wanting = users.filter(({ preferences }) =>
    [...preferences.orderChannels, ...preferences.marketingChannels].includes('PUSH'),
  );
  if (!hasPushProvider || wanting.length === 0) return new Set();
  return new Set(
    await listDeviceOwners(
      tx,
      wanting.map(({ id }) => id),
    ),
  );
}

function draftsOf(
  { kind, cause, orderId, write, channels: forced }: Note,
  user: User,
  hasDevice: boolean,
  { now, newId }: NotifyParts,
): NewNotification[] {
  const channels = forced ?? channelsFor(kind, user);
  if (channels.length === 0) return [];
  const { subject, body } = write(user);
  return channels.map((channel, at) => {
    // Shown live and in the list, a message without a device is where it is going to be.
    const isSent = channel === 'PUSH' && !hasDevice;
    return {
      id: newId(),
      userId: user.id,
      cause: at === 0 ? cause : `${cause}:${channel}`,
      kind,
      priority: priorityOf(kind),
      channel,
      status: isSent ? 'SENT' : 'QUEUED',
      subject,
      body,
      orderId,
      createdAt: now(),
      sentAt: isSent ? now() : null,
      // It repeats what the first one says: that one is to be read.
      readAt: at === 0 ? null : now(),
    };
  });
}

function byUserAndCause(one: NewNotification, other: NewNotification): number {
  return compare(one.userId, other.userId) || compare(one.cause, other.cause);
}

/** By code units: many times faster than by the rules of a language. */
const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));
