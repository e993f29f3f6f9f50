import type { Region } from '../../subgraphs/games/domain/player.ts';
import { isLifelike } from '../plan.ts';
import { createRandom, pickWeighted, uuidAt, type Random } from '../random.ts';
import type { World } from '../world.ts';
import { gameSizesOf, PLAYED_DAYS, PLAYED_MS } from './game-plan.ts';
import { habitAt, hourAt, MEAN_GAMES_A_DAY, modeAt } from './habits.ts';

export interface PlayerSeed {
  id: string;
  /** From 1. */
  number: number;
  userId: string | null;
  username: string;
  region: Region;
  createdAt: Date;
}

export interface GameSeed {
  id: string;
  modeNumber: number;
  score: number;
  seconds: number;
  submittedAt: Date;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Between the end of a game and its acceptance. */
const HANDED_IN_WITHIN_MS = 2_000;
/** Half of the users play; the demo's Ada and Ben are among them, its administrator is not. */
const PLAYING_SHARE = 0.5;
const FIRST_PLAYING = 1;
/** How much of what a game brings is due to who plays it: good players are ahead, and lose at times. */
const SKILL = 0.6;
const LUCK = Math.sqrt(1 - SKILL ** 2);
/** Powers of an even place among the days: few games make busy last days only where most of them are of these. */
const EVEN = 1;
const RECENT = 3;
const NAME_RADIX = 36;
const SHORTEST = 0.5;
const LONGEST = 1.8;

const ADJECTIVES =
  'Amber Bold Brisk Calm Clever Cosmic Crimson Daring Dusty Eager Fierce Frosty Gentle Golden Happy Hidden Humble Icy Jolly Keen Lucky Mellow Misty Noble Polar Quick Quiet Rapid Royal Rusty Sable Silent Silver Sly Solar Steady Stormy Swift Tidy Velvet Vivid Wild Witty Zesty'.split(
    ' ',
  );
const NOUNS =
  'Badger Bear Comet Condor Coyote Crane Eagle Falcon Ferret Fox Gecko Goat Hare Hawk Heron Ibex Jackal Jaguar Koala Lemur Lion Lynx Marten Moose Newt Ocelot Orca Otter Owl Panda Puma Raven Robin Shark Stoat Tapir Tiger Viper Walrus Wolf Wombat Wren Yak Zebra'.split(
    ' ',
  );
const DEMO_NAMES: Readonly<Record<number, string>> = { 1: 'Ada', 2: 'Ben' };

const REGION_WEIGHTS: readonly (readonly [Region, number])[] = [
  ['AFRICA', 8],
  ['ASIA', 34],
  ['EUROPE', 26],
  ['NORTH_AMERICA', 20],
  ['OCEANIA', 4],
  ['SOUTH_AMERICA', 8],
];

export interface PlayerMaker {
  player: (index: number) => PlayerSeed;
  /** All that one player did, oldest first, a minute apart at least. */
  games: (index: number) => GameSeed[];
}

export function createPlayerMaker({ plan, sizes, user }: World): PlayerMaker {
  const { gamesAPlayer } = gameSizesOf(plan);
  const { seed } = plan;
  const until = plan.until.getTime();
  const users = Math.floor(sizes.users * PLAYING_SHARE);
  const days = gamesAPlayer / MEAN_GAMES_A_DAY;
  const recent = isLifelike(plan) ? RECENT : EVEN;
  const firstHour = plan.until.getUTCHours() + plan.until.getUTCMinutes() / 60;

  return {
    player(index) {
      const random = createRandom(seed, 'player', index);
      const region = pickWeighted(random, REGION_WEIGHTS);
      const owner = index < users ? user(index + FIRST_PLAYING) : undefined;
      const createdAt = new Date(until - PLAYED_MS - Math.floor(random.next() * PLAYED_MS));
      // 20 characters at most, and unique by what follows the line.
      const name = `${random.pick(ADJECTIVES)}${random.pick(NOUNS)}_${index.toString(NAME_RADIX)}`;
      return {
        id: uuidAt(createdAt, random),
        number: index + 1,
        userId: owner?.id ?? null,
        username: DEMO_NAMES[index + FIRST_PLAYING] ?? name,
        region,
        createdAt,
      };
    },

    games(index) {
      const random = createRandom(seed, 'games', index);
      // Evenly among all players, so that shares hold in any thousand of them.
      const { gamesADay } = habitAt(random.next());
      const skill = random.normal();
      const times = drawDays(random, days, recent).flatMap((day) =>
        Array.from(
          { length: random.int(...gamesADay) },
          () => until - day * DAY_MS - sinceHour(firstHour, hourAt(random.next())) * HOUR_MS,
        ),
      );
      keepApart(times, until);
      return times.map((at) => drawGame(random, skill, at));
    },
  };
}

/** Different days before the end, the last one 0: about as many as `mean` on average, one at least. */
function drawDays(random: Random, mean: number, recent: number): number[] {
  const count = Math.min(PLAYED_DAYS, Math.floor(1 + random.next() * (2 * mean - 1)));
  const days = new Set<number>();
  while (days.size < count) days.add(Math.floor(random.next() ** recent * PLAYED_DAYS));
  return [...days];
}

/** Hours before the end of a day that begins and ends at `end`. */
const sinceHour = (end: number, hour: number): number => (end - hour + 24) % 24;

/** Puts them in order, and those that follow too closely earlier. */
function keepApart(times: number[], until: number): void {
  times.sort((one, other) => one - other);
  let next = until;
  for (let place = times.length - 1; place >= 0; place--) {
    next = Math.min(Math.floor(times[place] ?? 0), next - MINUTE_MS);
    times[place] = next;
  }
}

function drawGame(random: Random, skill: number, at: number): GameSeed {
  const { number, mean, deviation, max, minutes } = modeAt(random.next());
  const points = mean + deviation * (SKILL * skill + LUCK * random.normal());
  const length = SHORTEST + (LONGEST - SHORTEST) * random.next() * random.next();
  const endedAt = new Date(at - random.int(0, HANDED_IN_WITHIN_MS));
  return {
    id: uuidAt(endedAt, random),
    modeNumber: number,
    score: Math.min(max, Math.max(0, Math.round(points))),
    seconds: Math.round(minutes * 60 * length),
    submittedAt: new Date(at),
  };
}
