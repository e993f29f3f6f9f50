import type { Transaction } from 'kysely';
import {
  markRedriven,
  type DeadLetterChoice,
  type Decision,
  type KeptDeadLetter,
} from './dead-letter.repository.ts';
import { toRedrivenMessage } from './dead-letters.ts';
import { appendToOutbox } from './outbox.ts';
import type { MessagingTables } from './tables.ts';

/**
 * Publishes open dead letters again through the outbox, each once: the decision and the event are one
 * transaction. Returns the letters.
 */
export async function redriveDeadLetters<Tables extends MessagingTables>(
  tx: Transaction<Tables>,
  choice: DeadLetterChoice,
  decision: Decision,
): Promise<KeptDeadLetter[]> {
  const letters = await markRedriven(tx, choice, decision);
  await appendToOutbox(tx, letters.map(toRedrivenMessage));
  return letters;
}
