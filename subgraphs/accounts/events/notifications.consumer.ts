import type { Envelope } from '#platform/bus/bus.ts';
import type { Store } from '#platform/database/store.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { firstDeliveries } from '#platform/messaging/inbox.ts';
import {
  ACHIEVEMENT_EVENTS,
  achievementEvent,
  type AchievementEvent,
} from '#schema/events/achievement-events.ts';
import { AWAY_EVENTS, awayEvent, type AwayEvent } from '#schema/events/away-events.ts';
import { ORDER_EVENTS, orderEvent, type OrderEvent } from '#schema/events/order-events.ts';
import { PAYMENT_EVENTS, paymentEvent, type PaymentEvent } from '#schema/events/payment-events.ts';
import { USER_EVENTS, userEvent, type UserEvent } from '#schema/events/user-events.ts';
import {
  saveOrderCustomers,
  saveRefunds,
  type RefundOfCustomer,
} from '../data/order-customer.repository.ts';
import type { Tables, Tx } from '../data/tables.ts';
import { isId } from '#platform/database/ids.ts';
import { causeOf, occasionOf, occasionOfPlay, type Occasion } from '../domain/occasion.ts';
import { writeNotification } from '../domain/write-notification.ts';
import { notify, type Note, type NotifyParts } from '../notify.ts';
import { announce, type AnnounceParts } from './notification-live.ts';

export interface NotificationsParts extends NotifyParts, AnnounceParts {
  store: Store<Tables>;
}

const GROUP = 'accounts.notifications';

/** The others change nothing here: they need neither a transaction nor a place in the inbox. */
const RELEVANT: ReadonlySet<string> = new Set<
  (OrderEvent | PaymentEvent | UserEvent | AwayEvent | AchievementEvent)['type']
>([
  'user.registered',
  'messages.waiting',
  'order.confirmed',
  'order.shipped',
  'order.delivered',
  'order.cancelled',
  'order.refund_requested',
  'payment.refunded',
  'achievement.reached',
  'reward.paid',
]);

/**
 * Makes notifications of each event that a user should hear of, and asks for them to be sent.
 *
 * The inbox skips an event that comes again, the unique cause a step that is announced again under a new
 * id. The live message is sent after the commit and may be lost; the list has the notification anyway.
 */
export function createNotifications(parts: NotificationsParts): EventConsumer {
  const { store } = parts;
  return {
    group: GROUP,
    topics: [USER_EVENTS, ORDER_EVENTS, PAYMENT_EVENTS, AWAY_EVENTS, ACHIEVEMENT_EVENTS],
    acrossPartitions: true,

    async handle(events) {
      const relevant = events.filter(({ type }) => RELEVANT.has(type));
      if (relevant.length === 0) return;
      const created = await store.transact(async (tx) => {
        const occasions = await occasionsOf(tx, await firstDeliveries(tx, GROUP, relevant));
        return notify(tx, occasions.map(noteOf), parts);
      });
      await announce(parts, created);
    },
  };
}

async function occasionsOf(tx: Tx, events: readonly Envelope[]): Promise<Occasion[]> {
  const orders = parseThoseOf('order.', events, orderEvent);
  const users = parseThoseOf('user.', events, userEvent);
  const away = parseThoseOf('messages.', events, awayEvent);
  const payments = parseThoseOf('payment.', events, paymentEvent);

  // The one or the other comes with each refund, before it or after it.
  const customers = orders.flatMap(({ type, data }) =>
    (type === 'order.cancelled' || type === 'order.refund_requested') && isId(data.userId)
      ? [data]
      : [],
  );
  const refunds = payments.flatMap(({ type, data }) =>
    type === 'payment.refunded' ? [{ ...data, refundedCents: data.amountCents }] : [],
  );
  const settled = [
    ...(await saveOrderCustomers(tx, customers)),
    ...(await saveRefunds(tx, refunds)),
  ];
  return [
    ...[...users, ...orders, ...away].flatMap((event) => occasionOf(event) ?? []),
    ...settled.map(refundOccasion),
    ...events.flatMap((event) => playOccasion(event) ?? []),
  ];
}

function playOccasion({ type, data, time }: Envelope): Occasion | undefined {
  if (type !== 'achievement.reached' && type !== 'reward.paid') return undefined;
  return occasionOfPlay(achievementEvent.parse({ type, data }), time);
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

function noteOf(occasion: Occasion): Note {
  return {
    userId: occasion.userId,
    kind: occasion.kind,
    cause: causeOf(occasion),
    orderId: 'orderId' in occasion ? occasion.orderId : null,
    write: ({ name }) => writeNotification(occasion, name),
  };
}
