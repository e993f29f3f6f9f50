import { z } from 'zod';
import type { Envelope } from '../bus/bus.ts';
import type { Store } from '../database/store.ts';
import type { Log } from '../telemetry/log.ts';
import { keepDeadLetters } from './dead-letter.repository.ts';
import { deadLetterTopic, type DeadLetter } from './dead-letters.ts';
import type { EventConsumer } from './event-consumer.ts';
import type { MessagingTables } from './tables.ts';

export interface DeadLetterKeeperParts<Tables extends MessagingTables> {
  subgraph: string;
  /** The consumer groups of the subgraph. */
  groups: readonly string[];
  store: Store<Tables>;
  log: Log;
  newId: () => string;
}

/** Errors of some drivers quote whole statements. */
const MAX_ERROR_LENGTH = 2_000;

const envelope = z.looseObject({
  id: z.uuid(),
  type: z.string(),
  key: z.string(),
  time: z.string(),
  data: z.unknown(),
});
const letterSchema = z.object({
  group: z.string(),
  topic: z.string(),
  envelope,
  error: z.string().transform((text) => text.slice(0, MAX_ERROR_LENGTH)),
  attempts: z.int(),
  failedAt: z.iso.datetime(),
});

/**
 * Brings the dead letters of a subgraph's groups from their topics into its database, where people look at
 * them and decide. A letter that comes twice is kept once.
 */
export function createDeadLetterKeeper<Tables extends MessagingTables>(
  parts: DeadLetterKeeperParts<Tables>,
): EventConsumer {
  const { subgraph, groups, store, log, newId } = parts;

  function readLetter(event: Envelope): DeadLetter[] {
    const { data } = letterSchema.safeParse(event.data);
    // Retrying would not mend it, and there is nowhere to put a dead letter of dead letters.
    if (data === undefined)
      log.error({ id: event.id, key: event.key }, 'a dead letter cannot be read');
    return data === undefined ? [] : [data];
  }

  return {
    group: `${subgraph}.dead-letter-keeper`,
    topics: groups.map(deadLetterTopic),
    handle: (events) =>
      store.transact((tx) => keepDeadLetters(tx, events.flatMap(readLetter), newId)),
  };
}
