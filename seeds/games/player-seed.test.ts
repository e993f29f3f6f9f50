import { createWorld } from '../world.ts';
import { DEFAULT_UNTIL } from '../plan.ts';
import { gameSizesOf, PLAYED_MS } from './game-plan.ts';
import { HABITS, MODES } from './habits.ts';
import { createPlayerMaker, type GameSeed } from './player-seed.ts';

const plan = { scale: 1, seed: 1, until: DEFAULT_UNTIL };
const maker = createPlayerMaker(createWorld(plan));
const PLAYERS = 4_000;
const histories = Array.from({ length: PLAYERS }, (_, index) => maker.games(index));
const games = histories.flat();

const hour = ({ submittedAt }: GameSeed) => submittedAt.getUTCHours();
const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const shareOf = (holds: (game: GameSeed) => boolean) => games.filter(holds).length / games.length;

test('the full size is the one that was asked for', () => {
  const { players, gamesAPlayer } = gameSizesOf(plan);

  expect(players).toBe(10_000_000);
  expect(players * gamesAPlayer).toBe(500_000_000);
});

test('fifty games a player are what is made', () => {
  expect(games.length / PLAYERS).toBeGreaterThan(47);
  expect(games.length / PLAYERS).toBeLessThan(53);
});

test.each(MODES)('$id brings $mean points on average, $deviation around it', (mode) => {
  const scores = games.filter((game) => game.modeNumber === mode.number).map(({ score }) => score);
  const average = mean(scores);
  const deviation = Math.sqrt(mean(scores.map((score) => (score - average) ** 2)));

  expect(scores.length / games.length).toBeCloseTo(mode.share, 1.7);
  // Nobody has fewer than 0 points: what would lie below is at 0.
  expect(average / mode.mean).toBeCloseTo(1, 1.3);
  expect(deviation / mode.deviation).toBeCloseTo(1, 1.3);
  expect(Math.min(...scores)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...scores)).toBeLessThanOrEqual(mode.max);
});

test('half of the games are played from 18 to 23 o’clock, 30 % from 11 to 18, the rest overnight', () => {
  expect(shareOf((game) => hour(game) >= 18 && hour(game) < 23)).toBeCloseTo(0.5, 1.7);
  expect(shareOf((game) => hour(game) >= 11 && hour(game) < 18)).toBeCloseTo(0.3, 1.7);
});

test('players are casual, regular, hardcore or pro as often as was asked for', () => {
  const DAY_MS = 86_400_000;
  const until = plan.until.getTime();
  const gamesADay = histories.map((history) => {
    const days = new Set(
      history.map(({ submittedAt }) => Math.floor((until - submittedAt.getTime()) / DAY_MS)),
    );
    return history.length / days.size;
  });
  const shareWith = (least: number, most: number) =>
    gamesADay.filter((count) => count >= least && count <= most).length / PLAYERS;

  expect(HABITS.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  expect(shareWith(1, 3)).toBeCloseTo(0.6, 1.5);
  expect(shareWith(4, 10)).toBeCloseTo(0.3, 1.5);
  expect(shareWith(15, 30)).toBeCloseTo(0.09, 1.5);
  expect(shareWith(35, 70)).toBeCloseTo(0.01, 2);
});

test('games of a player are a minute apart, within half a year, and their ids say when they ended', () => {
  const until = plan.until.getTime();
  const isSound = ({ id, submittedAt }: GameSeed, before: GameSeed | undefined) => {
    const at = submittedAt.getTime();
    const handedInAfter = at - Number.parseInt(id.replace('-', '').slice(0, 12), 16);
    const gap = at - (before?.submittedAt.getTime() ?? 0);
    const isInTime = at < until && at > until - PLAYED_MS - 86_400_000;
    return isInTime && gap >= 60_000 && handedInAfter >= 0 && handedInAfter <= 2_000;
  };

  expect(
    histories.flatMap((history) =>
      history.filter((game, place) => !isSound(game, history[place - 1])),
    ),
  ).toEqual([]);
});

test('names are unique, and such as the product takes', () => {
  const names = Array.from({ length: 2_000 }, (_, place) => maker.player(place * 5_000).username);

  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(names.filter((name) => !/^[\p{L}\p{N}_-]{3,20}$/u.test(name))).toEqual([]);
});

test('the same player has the same games, whatever was asked for before', () => {
  expect(maker.games(17)).toEqual(histories[17]);
  expect(createPlayerMaker(createWorld({ ...plan, seed: 2 })).games(17)).not.toEqual(histories[17]);
});
