import type { Envelope } from '#platform/bus/bus.ts';
import type { EventConsumer } from '#platform/messaging/event-consumer.ts';
import { NOTIFICATION_EVENTS, notificationEvent } from '#schema/events/notification-events.ts';
import type { Lanes } from '../delivery/lanes.ts';
import {
  SENDER_GROUPS,
  sendNotifications,
  type SendingParts,
} from '../delivery/send-notifications.ts';
import { PRIORITIES, type NotificationPriority } from '../domain/notification.ts';

/** Messages of one transaction, and of one turn of a priority. */
export const SENDER_BATCH = 100;

/** One consumer a priority; they share what there is to send with. */
export function createSenders(parts: SendingParts, lanes: Lanes): EventConsumer[] {
  return PRIORITIES.map((priority) => ({
    group: SENDER_GROUPS[priority],
    topics: [NOTIFICATION_EVENTS[priority]],
    batchSize: SENDER_BATCH,
    acrossPartitions: true,
    handle: (events) => sendAll(parts, lanes, priority, events),
  }));
}

/** Safe to repeat: what was sent is left out. What could not be sent is tried again by the job. */
async function sendAll(
  parts: SendingParts,
  lanes: Lanes,
  priority: NotificationPriority,
  events: readonly Envelope[],
): Promise<void> {
  for (let start = 0; start < events.length; start += SENDER_BATCH) {
    const batch = events.slice(start, start + SENDER_BATCH);
    // Somebody has asked for these again after they were given up.
    const redriven = batch.filter(({ onlyFor }) => onlyFor !== undefined).map(idOf);
    await lanes.run(priority, () => sendNotifications(parts, batch.map(idOf), redriven));
  }
}

function idOf({ type, data }: Envelope): string {
  return notificationEvent.parse({ type, data }).data.notificationId;
}
