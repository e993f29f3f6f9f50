import type { Redis } from 'ioredis';
import { leasesKey, membersKey, streamKey } from './keys.ts';
import { luaScript } from '#platform/redis/lua.ts';

const share = luaScript(new URL('./share-partitions.lua', import.meta.url));
const release = luaScript(new URL('./release-partitions.lua', import.meta.url));
const read = luaScript(new URL('./read-partition.lua', import.meta.url));
const count = luaScript(new URL('./count-lag.lua', import.meta.url));

/** Most entries that are counted one by one in a stream, at each look at the metrics. */
const COUNTED_ENTRIES = 1_000;

export interface Member {
  topic: string;
  group: string;
  memberId: string;
}

export interface Share {
  /** How many partitions this member should hold. */
  quota: number;
  owned: number[];
  /** Those of `owned` that this member did not hold before. */
  fresh: number[];
  /** The group did not know this member. */
  joined: boolean;
}

export async function sharePartitions(
  redis: Redis,
  member: Member,
  { partitions, ttlMs }: { partitions: number; ttlMs: number },
): Promise<Share> {
  const { topic, group, memberId } = member;
  const keys = [...memberKeys(member), ...streamKeys(topic, partitions)];
  const answer = await share(redis, keys, [group, memberId, ttlMs]);
  const [quota, owned, fresh, joined] = answer as [number, number[], number[], number];
  return { quota, owned, fresh, joined: joined === 1 };
}

export async function releasePartitions(
  redis: Redis,
  member: Member,
  { partitions, leave }: { partitions: readonly number[]; leave: boolean },
): Promise<void> {
  await release(redis, memberKeys(member), [member.memberId, leave ? 1 : 0, ...partitions]);
}

/** An entry of a stream; without fields when it was trimmed away before it was acknowledged. */
export type StreamEntry = [id: string, fields: string[] | null];

export interface ReadRequest {
  partition: number;
  /** Entries that were read and never acknowledged, or entries that nobody has read. */
  from: 'pending' | 'new';
  /** Zero only acknowledges. */
  count: number;
  acknowledge: readonly string[];
}

/** Undefined when this member no longer holds the partition. */
export async function readPartition(
  redis: Redis,
  { topic, group, memberId }: Member,
  { partition, from, count: most, acknowledge }: ReadRequest,
): Promise<StreamEntry[] | undefined> {
  const keys = [leasesKey(topic, group), streamKey(topic, partition)];
  const position = from === 'pending' ? '0' : '>';
  const answer = await read(redis, keys, [
    group,
    memberId,
    partition,
    position,
    most,
    ...acknowledge,
  ]);
  return answer === -1 ? undefined : (answer as StreamEntry[]);
}

export async function countLag(
  redis: Redis,
  { topic, group, partitions }: { topic: string; group: string; partitions: number },
): Promise<number> {
  return Number(await count(redis, streamKeys(topic, partitions), [group, COUNTED_ENTRIES]));
}

function memberKeys({ topic, group }: Member): string[] {
  return [membersKey(topic, group), leasesKey(topic, group)];
}

function streamKeys(topic: string, partitions: number): string[] {
  return Array.from({ length: partitions }, (_, partition) => streamKey(topic, partition));
}
