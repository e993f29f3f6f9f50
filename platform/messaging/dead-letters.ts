import type { BusMessage, Envelope } from '../bus/bus.ts';

/** An event that its consumer could not handle, with what is needed to try again. */
export interface DeadLetter {
  group: string;
  /** Where the event came from. */
  topic: string;
  envelope: Envelope;
  error: string;
  attempts: number;
  /** ISO 8601, UTC. */
  failedAt: string;
}

export const deadLetterTopic = (group: string) => `${group}.dead-letters`;

/**
 * A dead letter has the id of its event: a consumer that is killed after it was sent sends it again, and
 * who keeps dead letters can tell.
 */
export function toDeadLetterMessage(letter: DeadLetter): BusMessage {
  const { group, envelope, failedAt } = letter;
  const { id, key } = envelope;
  return {
    topic: deadLetterTopic(group),
    envelope: { id, type: 'dead-letter.added', key, time: failedAt, data: letter },
  };
}

/**
 * The event once more, for the group that could not handle it: the others of the topic skip it. An event
 * that failed was never recorded in its consumer's inbox (the record is part of the transaction that
 * failed), so it is handled now, after the events of its key that were published since.
 */
export function toRedrivenMessage({
  group,
  topic,
  envelope,
}: Pick<DeadLetter, 'group' | 'topic' | 'envelope'>): BusMessage {
  return { topic, envelope: { ...envelope, onlyFor: group } };
}
