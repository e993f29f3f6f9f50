import { createRandom } from '#platform/testing/random.ts';
import type { BoardContent } from './data/boards/stored-places.ts';
import { findGameEvent, insertGameEvent } from './data/game-event.repository.ts';
import { eventBoard } from './domain/boards.ts';
import { openArena, type Arena } from './testing/arena.ts';
import { playedKey } from './intake/played-gate.ts';
import type { Player } from './domain/player.ts';
import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import { removeScores, restoreScores } from './adjusting/adjust-scores.ts';
import { correctBoards } from './adjusting/correct-boards.ts';

const STEPS = 150;
const PLAYERS = 12;
/** A busy machine takes ten times as long as a quiet one. */
const TIMEOUT_MS = 30_000;

/** What boards must say: sums of the games that were accepted and not removed. */
interface Game {
  player: Player;
  score: SubmittedScore;
  isRemoved: boolean;
}

test.each([1, 2, 3])(
  'whatever happens in whatever order, boards say what was played (seed %i)',
  async (seed) => {
    await using arena = await openArena();
    const random = createRandom(seed);
    const roll = (sides: number) => Math.floor(random() * sides);
    const players: Player[] = [];
    for (let count = 0; count < PLAYERS; count++) {
      players.push(await arena.player(roll(2) === 0 ? 'EUROPE' : 'ASIA'));
    }
    await openCup(arena);
    const games: Game[] = [];
    const pending: SubmittedScore[][] = [];
    const removals: { id: string; removed: Game[] }[] = [];

    for (let step = 0; step < STEPS; step++) {
      const action = roll(24);
      if (action < 10) {
        // Few different scores, so that equal sums are frequent.
        const player = players[roll(PLAYERS)] as Player;
        await arena.redis.del(playedKey(player.number));
        arena.wait(1 + roll(3));
        const [score] = await arena.accept([arena.game(player, 10 * (1 + roll(3)))]);
        if (score === undefined) throw new Error('not accepted');
        games.push({ player, score, isRemoved: false });
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
      } else if (action < 21) {
        const chosen = games.filter(
          (game) => !game.isRemoved && roll(6) === 0 && !pending.flat().includes(game.score),
        );
        const submissionIds = chosen.map(({ score }) => score.id);
        const removal = await removeScores(arena, { submissionIds }, BY_ADMIN);
        requireCount(removal?.scoreCount ?? 0, chosen.length);
        if (removal === undefined) continue;
        await correctBoards(arena, removal.id);
        for (const game of chosen) game.isRemoved = true;
        removals.push({ id: removal.id, removed: chosen });
      } else if (action === 21) {
        const [removal] = removals.splice(roll(removals.length + 1), 1);
        if (removal === undefined) continue;
        const restored = await restoreScores(arena, removal.id, BY_ADMIN);
        requireCount(restored?.scoreCount ?? 0, removal.removed.length);
        await correctBoards(arena, restored?.id ?? '');
        for (const game of removal.removed) game.isRemoved = false;
      } else {
        // Whatever has been read is known from then on, and has to be kept up.
        const boards = await listBoards(arena);
        await arena.standings(boards[roll(boards.length)]);
        await arena.standings(boards.at(-1));
      }
    }
    await arena.count(pending.flat());

    expect(await readBoards(arena)).toEqual(await sumGames(arena, games));
  },
  TIMEOUT_MS,
);

function requireCount(count: number, expected: number): void {
  if (count !== expected) throw new Error(`${count} games were adjusted, not ${expected}`);
}

const BY_ADMIN = { reason: 'a model that cheats', madeBy: '01890000-0000-7000-8000-000000000001' };

const CUP_MS = 30 * 3_600_000;
const CUP_ID = '01890000-0000-7000-8000-000000000002';

/** Double points from a moment on that comes while games are played, until one that comes, too. */
async function openCup(arena: Arena): Promise<void> {
  const { db, now } = arena;
  const startsAt = new Date(now().getTime() + 20);
  const endsAt = new Date(startsAt.getTime() + CUP_MS);
  const cup = { id: CUP_ID, name: 'Cup', modeId: 'raid', startsAt, endsAt, multiplier: 2 };
  await insertGameEvent(db, { ...cup, createdAt: now(), createdBy: BY_ADMIN.madeBy });
  arena.wait(1);
}

/** Boards of windows and regions, and that of the event. */
async function listBoards(arena: Arena): Promise<BoardContent[]> {
  const cup = await findGameEvent(arena.db, CUP_ID);
  if (cup === undefined) throw new Error('the cup is gone');
  const ofWindows = (['ALL_TIME', 'DAILY', 'WEEKLY'] as const).flatMap((window) =>
    ([undefined, 'EUROPE', 'ASIA'] as const).map((region) => arena.board(window, region)),
  );
  return [...ofWindows, { board: eventBoard(cup), modeNumber: 3, multiplier: cup.multiplier }];
}

const readBoards = async (arena: Arena) =>
  Promise.all((await listBoards(arena)).map((content) => arena.standings(content)));

async function sumGames(arena: Arena, games: readonly Game[]): Promise<[string, number][][]> {
  return (await listBoards(arena)).map(({ board, multiplier }) => {
    const { region, period } = board;
    const { startsAt, endsAt } = period;
    const counted = games.filter(
      ({ player, score, isRemoved }) =>
        !isRemoved &&
        (region === undefined || player.region === region) &&
        (startsAt === undefined || score.at >= startsAt.getTime()) &&
        (endsAt === undefined || score.at < endsAt.getTime()),
    );
    return rank(counted, multiplier);
  });
}

function rank(games: readonly Game[], multiplier: number): [string, number][] {
  const sums = new Map<Player, { points: number; reachedAt: number }>();
  for (const { player, score } of games) {
    const sum = sums.get(player) ?? { points: 0, reachedAt: 0 };
    sums.set(player, { points: sum.points + score.score * multiplier, reachedAt: score.at });
  }
  return [...sums]
    .toSorted(
      ([one, a], [other, b]) =>
        b.points - a.points || a.reachedAt - b.reachedAt || other.number - one.number,
    )
    .map(([{ username }, { points }]) => [username, points]);
}
