/** How often somebody plays on a day with games at all, and how many of all players are like that. */
export interface Habit {
  name: 'CASUAL' | 'REGULAR' | 'HARDCORE' | 'PRO';
  share: number;
  gamesADay: readonly [least: number, most: number];
}

export const HABITS: readonly Habit[] = [
  { name: 'CASUAL', share: 0.6, gamesADay: [1, 3] },
  { name: 'REGULAR', share: 0.3, gamesADay: [5, 10] },
  { name: 'HARDCORE', share: 0.09, gamesADay: [20, 30] },
  { name: 'PRO', share: 0.01, gamesADay: [50, 70] },
];

/** The habit of the player of that share, from 0 to 1, of all. */
export function habitAt(share: number): Habit {
  let end = 0;
  for (const habit of HABITS) {
    end += habit.share;
    if (share < end) return habit;
  }
  return HABITS[0] as Habit;
}

/** On a day with games, over all players. */
export const MEAN_GAMES_A_DAY = HABITS.reduce(
  (sum, { share, gamesADay: [least, most] }) => sum + (share * (least + most)) / 2,
  0,
);

/** Hours of the day in UTC, from the first to before the last, and how much of a day's games falls into them. */
const HOURS: readonly { from: number; hours: number; share: number }[] = [
  { from: 18, hours: 5, share: 0.5 },
  { from: 11, hours: 7, share: 0.3 },
  { from: 23, hours: 12, share: 0.2 },
];
const HOURS_A_DAY = 24;

/** A time of the day in hours, for a place from 0 to 1 among a day's games. */
export function hourAt(place: number): number {
  let before = 0;
  for (const { from, hours, share } of HOURS) {
    if (place < before + share) return (from + ((place - before) / share) * hours) % HOURS_A_DAY;
    before += share;
  }
  return 0;
}

/** Points of a game are normally distributed. Ids and numbers are those of the games subgraph. */
export interface ModeSeed {
  id: string;
  number: number;
  mean: number;
  deviation: number;
  max: number;
  minutes: number;
  /** Of all games. */
  share: number;
}

export const MODES: readonly ModeSeed[] = [
  mode('deathmatch', 1, 3_000, 1_500, 15_000, 10, 0.5),
  mode('capture-the-flag', 2, 5_000, 2_000, 20_000, 15, 0.3),
  mode('raid', 3, 8_000, 3_000, 30_000, 30, 0.2),
];

function mode(
  id: string,
  number: number,
  mean: number,
  deviation: number,
  max: number,
  minutes: number,
  share: number,
): ModeSeed {
  return { id, number, mean, deviation, max, minutes, share };
}

export function modeAt(place: number): ModeSeed {
  let end = 0;
  for (const each of MODES) {
    end += each.share;
    if (place < end) return each;
  }
  return MODES[0] as ModeSeed;
}
