import { assert, integer, property, string } from 'fast-check';
import { Partitioners } from 'kafkajs';
import { createPartitioner, partitionOf } from './partition-of.ts';

/** What a producer of kafkajs knows of a topic's partitions. */
const metadataOf = (partitions: number) =>
  Array.from({ length: partitions }, (_, partitionId) => ({
    partitionErrorCode: 0,
    partitionId,
    leader: 0,
    replicas: [0],
    isr: [0],
  }));

test('every key has the partition that other clients of Kafka give it', () => {
  const choose = Partitioners.DefaultPartitioner();
  assert(
    property(string({ unit: 'grapheme' }), integer({ min: 1, max: 64 }), (key, count) => {
      const partitionMetadata = metadataOf(count);
      const chosen = choose({ topic: 'orders', partitionMetadata, message: { key, value: '' } });
      expect(partitionOf(key, count)).toBe(chosen);
      const args = { topic: 'orders', partitionMetadata, message: { key, value: '' } };
      expect(createPartitioner()(args)).toBe(chosen);
    }),
    { numRuns: 1_000 },
  );
});

test('an event without a key has no place', () => {
  const args = { message: { key: null, value: '' }, partitionMetadata: metadataOf(3) };
  expect(() => createPartitioner()(args)).toThrow('without a key');
});
