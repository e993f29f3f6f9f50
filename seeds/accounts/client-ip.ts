import { createRandom, type Random } from '../random.ts';

/** All of these are set aside for private networks and tests: nobody's. */
const HOMES = 0x0a000000;
const MOBILE = 0x64400000;
const OFFICES = 0xac100000;
const FRAUDSTERS = 0xc6120000;

const OFFICE_SHARE = 0.05;
const USERS_AN_OFFICE = 20;
const MOBILE_SHARE = 0.1;

/** Where a user is usually sent from: a line of one's own, or an office's that some share. */
export function usualIp(seed: number, userIndex: number): number {
  const random = createRandom(seed, 'ip', userIndex);
  if (random.chance(OFFICE_SHARE)) return OFFICES + Math.floor(userIndex / USERS_AN_OFFICE);
  return HOMES + random.int(1, 0xfffffe);
}

/** One order in ten comes over a mobile network, from another address each time. */
export function orderIp(random: Random, usual: number): number {
  return random.chance(MOBILE_SHARE) ? MOBILE + random.int(1, 0x3ffffe) : usual;
}

export function fraudIp(random: Random): number {
  return FRAUDSTERS + random.int(1, 0x1fffe);
}
