import { createRandom, type Random } from '../random.ts';

/** Users by index. */
export type Pair = readonly [number, number];

/** Those who write much, and what they write of everything. */
const ACTIVE_SHARE = 0.2;
const ACTIVE_PART = 0.8;
/** Within both groups the first write somewhat more: a slope that ends at the others. */
const SLOPE = 1.3;
/** Ada and Ben, who can be signed in as, know each other and some of everybody. */
const ADA = 1;
const BEN = 2;
const FRIENDS_OF_ADA = 12;
const FRIENDS_OF_BEN = 8;
/** Coprime to every round number of users: spreads those who write much over all who have joined. */
const STRIDE = 7_919;

/**
 * Pairs of users, each once: the ends are drawn by how much somebody writes, so that a fifth of the users send four
 * fifths of the messages. All of them are drawn at once, since a pair must not come twice.
 */
export function drawPairs(seed: number, users: number, count: number): Pair[] {
  const random = createRandom(seed, 'pairs', 0);
  const known = new Set<number>();
  const pairs: Pair[] = [];
  const add = (one: number, other: number) => {
    const key = Math.min(one, other) * users + Math.max(one, other);
    if (one === other || known.has(key)) return;
    known.add(key);
    pairs.push([one, other]);
  };
  const userAt = userByActivity(users);

  for (const [one, other] of friends(users)) if (pairs.length < count) add(one, other);
  while (pairs.length < count) add(userAt(drawRank(random)), userAt(drawRank(random)));
  return pairs;
}

/** A place from 0 to 1 among all users, the most active first. */
export function drawRank(random: Random): number {
  const isActive = random.chance(ACTIVE_PART);
  const place = random.next() ** SLOPE;
  return isActive ? place * ACTIVE_SHARE : ACTIVE_SHARE + place * (1 - ACTIVE_SHARE);
}

function userByActivity(users: number): (rank: number) => number {
  let stride = STRIDE;
  while (commonDivisor(stride, users) > 1) stride += 1;
  return (rank) => (Math.floor(rank * users) * stride) % users;
}

function* friends(users: number): Generator<Pair> {
  yield [ADA, BEN];
  for (let each = 0; each < FRIENDS_OF_ADA; each++) yield [ADA, (BEN + 1 + each * 7) % users];
  for (let each = 0; each < FRIENDS_OF_BEN; each++) yield [BEN, (BEN + 2 + each * 11) % users];
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
