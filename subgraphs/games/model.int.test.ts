import { openArena, type Arena } from './testing/arena.ts';
import type { Player } from './domain/player.ts';
import type { SubmittedScore } from '#schema/events/score-events.ts';

const STEPS = 150;
const PLAYERS = 12;

/** Small and with a seed, so that a failure can be run again. */
function createDice(seed: number) {
  let state = seed;
  return (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** What boards must say: sums of the games that were accepted and not removed. */
interface Game {
  player: Player;
  score: SubmittedScore;
}

test.each([1, 2, 3])(
  'whatever happens in whatever order, boards say what was played (seed %i)',
  async (seed) => {
    await using arena = await openArena();
    const roll = createDice(seed);
    const players: Player[] = [];
    for (let count = 0; count < PLAYERS; count++) {
      players.push(await arena.player(roll(2) === 0 ? 'EUROPE' : 'ASIA'));
    }
    const games: Game[] = [];
    const pending: SubmittedScore[][] = [];

    for (let step = 0; step < STEPS; step++) {
      const action = roll(20);
      if (action < 10) {
        // Few different scores, so that equal sums are frequent.
        const player = players[roll(PLAYERS)] as Player;
        await arena.redis.del(`games:{player:${player.number}}:played`);
        arena.wait(1 + roll(3));
        const [score] = await arena.accept([arena.game(player, 10 * (1 + roll(3)))]);
        if (score === undefined) throw new Error('not accepted');
        games.push({ player, score });
        pending.push([score]);
      } else if (action < 15) {
        // In order, as a partition delivers them.
        const scores = pending.splice(0, 1 + roll(4)).flat();
        await arena.count(scores);
        if (roll(3) === 0) await arena.count(scores);
      } else if (action === 15) {
        await arena.redis.flushdb();
      } else if (action === 16) {
        arena.wait(1_000 * 3_600 * 5);
      } else if (action === 17) {
        const last = games.at(-1 - roll(5));
        if (last !== undefined && !pending.flat().includes(last.score))
          await arena.count([last.score]);
      } else {
        await arena.standings(arena.board(roll(2) === 0 ? 'ALL_TIME' : 'DAILY'));
      }
    }
    await arena.count(pending.flat());

    expect(await readBoards(arena)).toEqual(sumGames(arena, games));
  },
);

const BOARDS = (['ALL_TIME', 'DAILY', 'WEEKLY'] as const).flatMap((window) =>
  ([undefined, 'EUROPE', 'ASIA'] as const).map((region) => ({ window, region })),
);

const readBoards = (arena: Arena) =>
  Promise.all(BOARDS.map(({ window, region }) => arena.standings(arena.board(window, region))));

function sumGames(arena: Arena, games: readonly Game[]): [string, number][][] {
  return BOARDS.map(({ window, region }) => {
    const { startsAt, endsAt } = arena.board(window, region).board.period;
    const counted = games.filter(
      ({ player, score }) =>
        (region === undefined || player.region === region) &&
        (startsAt === undefined || score.at >= startsAt.getTime()) &&
        (endsAt === undefined || score.at < endsAt.getTime()),
    );
    return rank(counted);
  });
}

function rank(games: readonly Game[]): [string, number][] {
  const sums = new Map<Player, { points: number; reachedAt: number }>();
  for (const { player, score } of games) {
    const sum = sums.get(player) ?? { points: 0, reachedAt: 0 };
    sums.set(player, { points: sum.points + score.score, reachedAt: score.at });
  }
  return [...sums]
    .toSorted(
      ([one, a], [other, b]) =>
        b.points - a.points || a.reachedAt - b.reachedAt || other.number - one.number,
    )
    .map(([{ username }, { points }]) => [username, points]);
}
