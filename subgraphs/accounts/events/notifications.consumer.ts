import type { BusMessage, Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import type { Live } from '#platform/live/live.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import { appendToOutbox } from '#platform/messaging/outbox.ts';
import type { Log } from '#platform/telemetry/log.ts';
import type { Metrics } from '#platform/telemetry/metrics.ts';
import { NOTIFICATION_EVENTS, type NotificationEvent } from '#schema/events/notification-events.ts';
import { ORDER_EVENTS, orderEvent } from '#schema/events/order-events.ts';
import { PAYMENT_EVENTS, paymentEvent } from '#schema/events/payment-events.ts';
import { USER_EVENTS, userEvent } from '#schema/events/user-events.ts';
import { insertNotifications, type NewNotification } from '../data/notification.repository.ts';
import {
  saveOrderCustomers,
  saveRefunds,
  type RefundOfCustomer,
} from '../data/order-customer.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { listUsersByIds } from '../data/user.repository.ts';
import { isId } from '../domain/ids.ts';
import type { Notification } from '../domain/notification.ts';
import { causeOf, occasionOf, type Occasion } from '../domain/occasion.ts';
import { channelFor, writeNotification } from '../domain/write-notification.ts';
import { countNotifications } from './notification-metric.ts';
import { notificationChannelOf, type NotificationAnnouncement } from './notification-live.ts';

export interface NotificationsParts {
  store: Store<Tables>;
  live: Live;
  log: Log;
  metrics: Metrics;
  now: () => Date;
  newId: () => string;
}

const GROUP = 'accounts.notifications';

/**
 * Makes a notification of each event that a user should hear of, and asks for its mail.
 *
 * The inbox skips an event that comes again, the unique cause a step that is announced again under a new
 * id. The live message is sent after the commit and may be lost; the list has the notification anyway.
 */
export function createNotifications(parts: NotificationsParts): EventConsumer {
  const { store, live, log, metrics } = parts;
  return {
    group: GROUP,
    topics: [USER_EVENTS, ORDER_EVENTS, PAYMENT_EVENTS],
    acrossPartitions: true,

    async handle(events) {
      const created = await store.transact(async (tx) => {
        const occasions = await occasionsOf(tx, await firstDeliveries(tx, GROUP, events));
        return notify(tx, occasions, parts);
      });
      for (const notification of created) {
        const { id, userId, channel, status } = notification;
        countNotifications(metrics).inc({ channel, status });
        const announcement: NotificationAnnouncement = { notificationId: id };
        await live
          .publish(notificationChannelOf(userId), announcement)
          .catch((error: unknown) => log.warn({ err: error }, 'a notification was not shown live'));
      }
    },
  };
}

async function occasionsOf(tx: Tx, events: readonly Envelope[]): Promise<Occasion[]> {
  const orders = parseThoseOf('order.', events, orderEvent);
  const users = parseThoseOf('user.', events, userEvent);
  const payments = parseThoseOf('payment.', events, paymentEvent);

  const customers = orders.flatMap(({ data }) =>
    'currency' in data && isId(data.userId) ? [data] : [],
  );
  const refunds = payments.flatMap(({ type, data }) =>
    type === 'payment.refunded' ? [{ ...data, refundedCents: data.amountCents }] : [],
  );
  const settled = [
    ...(await saveOrderCustomers(tx, customers)),
    ...(await saveRefunds(tx, refunds)),
  ];
  return [
    ...[...users, ...orders].flatMap((event) => occasionOf(event) ?? []),
    ...settled.map(refundOccasion),
  ];
}

function refundOccasion(refund: RefundOfCustomer): Occasion {
  return { kind: 'PAYMENT_REFUNDED', ...refund };
}

function parseThoseOf<Event>(
  prefix: string,
  events: readonly Envelope[],
  schema: { parse: (value: unknown) => Event },
): Event[] {
  return events
    .filter(({ type }) => type.startsWith(prefix))
    .map(({ type, data }) => schema.parse({ type, data }));
}

/** Users that are unknown here hear nothing. */
async function notify(
  tx: Tx,
  occasions: readonly Occasion[],
  { now, newId }: Pick<NotificationsParts, 'now' | 'newId'>,
): Promise<Notification[]> {
  const userIds = occasions.map(({ userId }) => userId).filter(isId);
  if (userIds.length === 0) return [];
  const known = new Map((await listUsersByIds(tx, userIds)).map((user) => [user.id, user]));

  const drafts = occasions.flatMap((occasion): NewNotification[] => {
    const user = known.get(occasion.userId);
    if (user === undefined) return [];
    const channel = channelFor(occasion, user.preferences);
    const isMail = channel === 'EMAIL';
    return [
      {
        id: newId(),
        userId: user.id,
        cause: causeOf(occasion),
        kind: occasion.kind,
        channel,
        status: isMail ? 'QUEUED' : 'SENT',
        ...writeNotification(occasion, user.name),
        orderId: 'orderId' in occasion ? occasion.orderId : null,
        createdAt: now(),
        sentAt: isMail ? null : now(),
        readAt: null,
      },
    ];
  });
  // In one order everywhere, so that two transactions with the same causes cannot deadlock.
  const created = await insertNotifications(tx, drafts.toSorted(byUserAndCause));
  const mails = created.filter(({ channel }) => channel === 'EMAIL');
  await appendToOutbox(
    tx,
    mails.map((notification) => mailRequest(notification, { now, newId })),
  );
  return created;
}

function byUserAndCause(one: NewNotification, other: NewNotification): number {
  return one.userId.localeCompare(other.userId) || one.cause.localeCompare(other.cause);
}

function mailRequest(
  { id, userId, channel }: Notification,
  { now, newId }: Pick<NotificationsParts, 'now' | 'newId'>,
): BusMessage {
  const event: NotificationEvent = {
    type: 'notification.requested',
    data: { notificationId: id, userId, channel },
  };
  const envelope = { id: newId(), key: userId, time: now().toISOString(), ...event };
  return { topic: NOTIFICATION_EVENTS, envelope };
}
