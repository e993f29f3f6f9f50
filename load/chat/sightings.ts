import type { RecordableHistogram } from 'node:perf_hooks';
import { createLatency, recordMs } from '../driver/tally.ts';

/** How long it takes until somebody sees what somebody else has done: one thing at a time for each key. */
export interface Sightings {
  /** False while what was done before under this key has not been seen: then it is not measured. */
  expect: (key: number, value: number, at: number) => boolean;
  /** Something of this value, or one after it, was seen. */
  see: (key: number, value: number) => void;
  /** Nobody will see it: it was refused, or not asked in the end. */
  forget: (key: number) => void;
  latency: RecordableHistogram;
  countUnseen: () => number;
}

export function createSightings(): Sightings {
  const expected = new Map<number, { value: number; at: number }>();
  const latency = createLatency();
  return {
    expect(key, value, at) {
      if (expected.has(key)) return false;
      expected.set(key, { value, at });
      return true;
    },
    see(key, value) {
      const known = expected.get(key);
      if (known === undefined || value < known.value) return;
      expected.delete(key);
      recordMs(latency, performance.now() - known.at);
    },
    forget: (key) => void expected.delete(key),
    latency,
    countUnseen: () => expected.size,
  };
}
