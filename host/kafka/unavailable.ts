/** This machine cannot run Kafka; the message says what is missing. Callers may go without and say so. */
export class KafkaUnavailable extends Error {
  override name = 'KafkaUnavailable';
}
