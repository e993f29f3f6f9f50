/**
 * The event bus as a port. Two adapters, Redis Streams and Kafka, hold to one contract
 * (`bus.contract.ts`): order per topic and key, at least once, consumer groups, batches,
 * back-pressure, resume after a crash, readable lag, dead letters with redrive.
 */

/** What every event travels in. `data` is described by the zod schema in `schema/events/<topic>.ts`. */
export interface Envelope<Type extends string = string, Data = unknown> {
  /** UUIDv7; the same id on every delivery, so an inbox can tell a repeat. */
  id: string;
  /** `<aggregate>.<past tense>`, such as `order.created`. */
  type: Type;
  /** The aggregate's id. Events of one key in one topic arrive in the order they were published. */
  key: string;
  /** When it happened: ISO 8601, UTC. */
  time: string;
  /** W3C traceparent of the request that caused it. */
  trace?: string;
  /** The one consumer group that it is meant for, when it is published again; other groups skip it. */
  onlyFor?: string;
  data: Data;
}

export interface BusMessage {
  topic: string;
  envelope: Envelope;
}

/** The same as it travels: whoever has the text of an envelope need not read it. */
export interface WrittenMessage {
  topic: string;
  key: string;
  /** The envelope in JSON. */
  body: string;
}

export function writtenMessage(message: BusMessage | WrittenMessage): WrittenMessage {
  if ('body' in message) return message;
  const { topic, envelope } = message;
  return { topic, key: envelope.key, body: JSON.stringify(envelope) };
}

export interface ConsumeOptions {
  /** Members of one group share a topic's partitions; each group sees every event. */
  group: string;
  topics: readonly string[];
  /**
   * Most events handed over at once. A consumer holds one such batch for each partition that it owns (on
   * Kafka one fetch, which is bounded in bytes), and reads no further until it is handled.
   */
  batchSize: number;
  /**
   * Called with events of one partition in order, one call at a time a partition. The position moves
   * only after it resolves. When it throws, the same events are handed over again, later.
   */
  handle: (batch: readonly Delivery[]) => Promise<void>;
}

export interface Delivery extends BusMessage {
  partition: number;
  /** The adapter's position, for logs. */
  position: string;
}

export interface Consumption {
  /** Events published and not yet handled by this group, a topic. */
  lag(): Promise<Record<string, number>>;
  /** Resolves when the batch at hand is done and the position is stored. */
  stop(): Promise<void>;
}

export interface Bus {
  /**
   * Names the broker's memory. A different answer than before means that the broker has lost what it
   * held (a flushed Redis), and that the outbox has to publish its recent events again.
   */
  epoch(): Promise<string>;
  /**
   * Resolves when the broker has all of them; on an error any part of them may have arrived. Also fails,
   * once and with nothing published, when the broker has lost what this bus published before: then look
   * at the epoch, publish that again, and only then go on, or later events overtake earlier ones.
   */
  publish(messages: readonly (BusMessage | WrittenMessage)[]): Promise<void>;
  consume(options: ConsumeOptions): Promise<Consumption>;
  /** As `Consumption.lag`, for a group that consumes elsewhere. */
  lag(group: string, topics: readonly string[]): Promise<Record<string, number>>;
  /** Throws when the broker does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
