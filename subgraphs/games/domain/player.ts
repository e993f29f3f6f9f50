export const REGIONS = [
  'AFRICA',
  'ASIA',
  'EUROPE',
  'NORTH_AMERICA',
  'OCEANIA',
  'SOUTH_AMERICA',
] as const;
export type Region = (typeof REGIONS)[number];

export interface Player {
  id: string;
  /** Stands for the id where a byte counts: on boards and in rows of history. From 1. */
  number: number;
  userId: string | null;
  username: string;
  region: Region;
  createdAt: Date;
}

/** What never changes and is asked for often: as much as a process keeps. */
export type KnownPlayer = Omit<Player, 'createdAt'>;

export const MAX_FOLLOWED = 500;

const USERNAME = /^[\p{L}\p{N}_-]{3,20}$/u;

/** What is wrong with a name, for people; nothing when it will do. */
export function findUsernameFault(username: string): string | undefined {
  if (USERNAME.test(username)) return undefined;
  return `username must have 3 to 20 letters, digits, _ or -, not "${username.slice(0, 40)}"`;
}

const POINTS_OF_LEVEL_TWO = 1_000;

export function levelOf(totalScore: number): number {
  return 1 + Math.floor(Math.sqrt(totalScore / POINTS_OF_LEVEL_TWO));
}
