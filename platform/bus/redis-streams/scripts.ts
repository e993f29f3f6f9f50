import type { Redis } from 'ioredis';
import { leasesKey, membersKey, positionsKey, streamKey } from './keys.ts';
import { luaScript } from '#platform/redis/lua.ts';
import type { Envelope } from '../bus.ts';

const share = luaScript(new URL('./share-partitions.lua', import.meta.url));
const release = luaScript(new URL('./release-partitions.lua', import.meta.url));
const read = luaScript(new URL('./read-partitions.lua', import.meta.url));
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
  const keys = [
    ...memberKeys(member),
    positionsKey(topic, group),
    ...streamKeys(topic, partitions),
  ];
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

/** An entry that several groups are given is one and the same object, and is parsed once. */
export class StreamEntry {
  readonly id: string;
  readonly #text: string;
  #envelope: Envelope | undefined;

  constructor([id, fields]: RawEntry) {
    this.id = id;
    this.#text = fields[1] ?? '';
  }

  /** Throws when it cannot be read. */
  get envelope(): Envelope {
    this.#envelope ??= JSON.parse(this.#text) as Envelope;
    return this.#envelope;
  }
}

type RawEntry = [id: string, fields: string[]];

/** Entries that were handled: those behind the position `from`, so many, up to the id `to`. */
export interface Done {
  from: string;
  to: string;
  entries: number;
}

export interface ReadRequest {
  member: Member;
  partition: number;
  /** Zero only moves the position. */
  count: number;
  done: Done | undefined;
}

export interface ReadAnswer {
  /** What the entries come behind; to be given back as it is. */
  position: string;
  entries: StreamEntry[];
}

/** All of one topic, in one call. Undefined in place of an answer when the member no longer holds the partition. */
export async function readPartitions(
  redis: Redis,
  requests: readonly ReadRequest[],
): Promise<(ReadAnswer | undefined)[]> {
  const keys = requests.flatMap(({ member: { topic, group }, partition }) => [
    leasesKey(topic, group),
    positionsKey(topic, group),
    streamKey(topic, partition),
  ]);
  const args = requests.flatMap(({ member, partition, count: most, done }) => {
    const { from = '', to = '', entries = 0 } = done ?? {};
    return [member.memberId, partition, most, from, to, entries];
  });
  const [answers, rawLists] = (await read(redis, keys, args)) as [
    (-1 | [position: string, list: number, entries: number])[],
    RawEntry[][],
  ];
  const lists = rawLists.map((list) => list.map((entry) => new StreamEntry(entry)));
  return answers.map((answer) => {
    if (answer === -1) return undefined;
    const [position, list, entries] = answer;
    // Lua counts from 1.
    return { position, entries: lists[list - 1]?.slice(0, entries) ?? [] };
  });
}

export async function countLag(
  redis: Redis,
  { topic, group, partitions }: { topic: string; group: string; partitions: number },
): Promise<number> {
  const keys = [positionsKey(topic, group), ...streamKeys(topic, partitions)];
  return Number(await count(redis, keys, [COUNTED_ENTRIES]));
}

function memberKeys({ topic, group }: Member): string[] {
  return [membersKey(topic, group), leasesKey(topic, group)];
}

function streamKeys(topic: string, partitions: number): string[] {
  return Array.from({ length: partitions }, (_, partition) => streamKey(topic, partition));
}
