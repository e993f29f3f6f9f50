import { logLevel } from 'kafkajs';
import type { logCreator } from 'kafkajs';
import type { Log } from '#platform/telemetry/log.ts';

/** kafkajs reports every try to reach a broker; the same words are repeated this often at most. */
const REPEAT_MS = 10_000;
/** Messages remembered for that. */
const REMEMBERED_MESSAGES = 200;

/** Sends kafkajs's own messages to our log, without the floods. */
export function createKafkaLogCreator(log: Log): logCreator {
  const lastSaid = new Map<string, number>();

  function isNews(message: string): boolean {
    const now = Date.now();
    if (now - (lastSaid.get(message) ?? 0) < REPEAT_MS) return false;
    if (lastSaid.size >= REMEMBERED_MESSAGES) lastSaid.clear();
    lastSaid.set(message, now);
    return true;
  }

  return () =>
    ({ level, log: entry }) => {
      const { message, error, groupId, topic, broker } = entry;
      if (!isNews(message)) return;
      const text = `kafka: ${message}`;
      const fields = { error: String(error ?? ''), groupId, topic, broker };
      // An answer with an error is tried again, or thrown at us; retries are limited on purpose, since the
      // outbox publishes again what failed.
      if (message.startsWith('Response ') || message.startsWith('Limiting retries'))
        log.debug(fields, text);
      else if (level <= logLevel.ERROR) log.error(fields, text);
      else log.warn(fields, text);
    };
}
