import { setTimeout as delay } from 'node:timers/promises';
import type { Bus, BusMessage, Envelope } from '../bus/bus.ts';

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

const REDRIVE_POLL_MS = 20;

/**
 * A dead letter has the id of its event: a consumer that is killed after it was sent sends it again, and
 * who redrives both gives the inbox one event twice.
 */
export function toDeadLetterMessage(letter: DeadLetter): BusMessage {
  const { group, envelope, failedAt } = letter;
  const { id, key } = envelope;
  return {
    topic: deadLetterTopic(group),
    envelope: { id, type: 'dead-letter.added', key, time: failedAt, data: letter },
  };
}

/** The oldest dead letters that nobody has redriven; they stay where they are. */
export async function listDeadLetters(
  bus: Bus,
  group: string,
  { limit }: { limit: number },
): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = [];
  // It takes a batch of every partition and never finishes it, so the position does not move.
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => undefined);
  const consumption = await bus.consume({
    group: redriveGroup(group),
    topics: [deadLetterTopic(group)],
    batchSize: limit,
    handle(batch) {
      letters.push(...batch.map(({ envelope }) => envelope.data as DeadLetter));
      return stopped.promise;
    },
  });
  try {
    while (letters.length < Math.min(limit, await lagOf(consumption))) await delay(REDRIVE_POLL_MS);
    return letters
      .toSorted((one, other) => one.failedAt.localeCompare(other.failedAt))
      .slice(0, limit);
  } finally {
    const isStopped = consumption.stop();
    stopped.reject(new Error('listed, and left where they are'));
    await isStopped;
  }
}

/**
 * Publishes dead letters again, to the topic they came from and under their ids, and returns how many.
 *
 * An event that failed was never recorded in its consumer's inbox (the record is part of the transaction
 * that failed), so it is handled now. The other groups of the topic see it again as well: their inboxes
 * have recorded it and skip it. It arrives after the events of its key that were published since.
 */
export async function redriveDeadLetters(
  bus: Bus,
  group: string,
  { limit }: { limit: number },
): Promise<number> {
  let taken = 0;
  const consumption = await bus.consume({
    group: redriveGroup(group),
    topics: [deadLetterTopic(group)],
    // One at a time, because the position moves by batches and the limit may lie inside of one.
    batchSize: 1,
    async handle(batch) {
      if (taken >= limit) throw new Error('the limit is reached');
      // Before the publication, because other partitions take at the same time.
      taken += batch.length;
      try {
        await bus.publish(batch.map(({ envelope }) => original(envelope.data as DeadLetter)));
      } catch (error) {
        taken -= batch.length;
        throw error;
      }
    },
  });
  const isDone = async () => taken >= limit || (await lagOf(consumption)) === 0;
  try {
    while (!(await isDone())) await delay(REDRIVE_POLL_MS);
  } finally {
    await consumption.stop();
  }
  return taken;
}

const original = ({ topic, envelope }: DeadLetter): BusMessage => ({ topic, envelope });

const redriveGroup = (group: string) => `${group}.redrive`;

async function lagOf(consumption: { lag(): Promise<Record<string, number>> }): Promise<number> {
  return Object.values(await consumption.lag()).reduce((sum, lag) => sum + lag, 0);
}
