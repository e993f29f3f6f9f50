import { crc32 } from 'node:zlib';

// The braces put all keys of one topic into one cluster slot, so that a script may use them together.

export const EPOCH_KEY = 'bus:{meta}:epoch';

export const streamKey = (topic: string, partition: number) => `bus:{${topic}}:${partition}`;
export const markerKey = (topic: string) => `bus:{${topic}}:marker`;
export const membersKey = (topic: string, group: string) => `bus:{${topic}}:${group}:members`;
export const leasesKey = (topic: string, group: string) => `bus:{${topic}}:${group}:leases`;
export const positionsKey = (topic: string, group: string) => `bus:{${topic}}:${group}:positions`;

/** Carries the numbers of the partitions that have new events, or CHANGED_MEMBERS. */
export const wakeChannel = (topic: string) => `bus:{${topic}}:wake`;

/** Asks every member of every group of a topic to look at its share of the partitions now. */
export const CHANGED_MEMBERS = '*';

/** One key is always in one partition, as long as the number of partitions stays the same. */
export function partitionOf(key: string, partitions: number): number {
  return crc32(key) % partitions;
}
