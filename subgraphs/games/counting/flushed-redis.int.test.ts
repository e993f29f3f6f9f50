import { createRandom } from '#platform/testing/random.ts';
import type { SubmittedScore } from '#schema/events/submitted-score.ts';
import { knownKey } from '../data/boards/board-keys.ts';
import type { Player } from '../domain/player.ts';
import { openArena, type Arena } from '../testing/arena.ts';

const POINTS = 100;
/** A busy machine takes ten times as long as a quiet one. */
const TIMEOUT_MS = 30_000;

/** Players with a game each that counts, and one more that is accepted and does not count yet. */
async function openPlayed(arena: Arena): Promise<{ players: Player[]; scores: SubmittedScore[] }> {
  const players: Player[] = [];
  for (let count = 0; count < 6; count++) {
    players.push(await arena.player(count % 2 === 0 ? 'EUROPE' : 'ASIA'));
  }
  for (const player of players) await arena.play(player, POINTS);
  const scores: SubmittedScore[] = [];
  for (const [index, player] of players.entries()) {
    scores.push(...(await arena.acceptNext(player, index)));
  }
  return { players, scores };
}

const listBoards = (arena: Arena) =>
  (['ALL_TIME', 'DAILY', 'WEEKLY', 'MONTHLY', 'SEASONAL'] as const).flatMap((window) =>
    ([undefined, 'EUROPE', 'ASIA'] as const).map((region) => arena.board(window, region)),
  );

const readEverything = (arena: Arena) =>
  Promise.all(listBoards(arena).map((content) => arena.standings(content)));

/** Everybody with both games, on every board of their own. */
function everythingOf(arena: Arena, players: readonly Player[]): [string, number][][] {
  return listBoards(arena).map(({ board: { region } }) =>
    players
      .map((player, index) => ({ player, points: POINTS + index }))
      .filter(({ player }) => region === undefined || player.region === region)
      .map(({ player, points }): [string, number] => [player.username, points])
      .toReversed(),
  );
}

test.each([1, 2, 3, 5])(
  'Redis is emptied between storing a batch and counting it on the boards of window number %i: all boards are right',
  async (flushedAt) => {
    await using arena = await openArena();
    const { players, scores } = await openPlayed(arena);
    let calls = 0;
    const add: typeof arena.boards.add = async (content, added) => {
      calls += 1;
      if (calls === flushedAt) await arena.redis.flushdb();
      return arena.boards.add(content, added);
    };
    await arena.count(scores, { boards: { ...arena.boards, add } });

    expect(calls).toBe(5);
    expect(await readEverything(arena)).toEqual(everythingOf(arena, players));
    await arena.count(scores);
    expect(await readEverything(arena)).toEqual(everythingOf(arena, players));
  },
  TIMEOUT_MS,
);

test.each([1, 2, 3])(
  'Redis is emptied again and again while scores count and boards are read (seed %i): nothing is lost or doubled',
  async (seed) => {
    await using arena = await openArena();
    const { players, scores } = await openPlayed(arena);
    const random = createRandom(seed);
    const flushing = (async () => {
      for (let flushes = 0; flushes < 12; flushes++) {
        for (let turns = Math.floor(random() * 40); turns > 0; turns--) await arena.redis.ping();
        await arena.redis.flushdb();
      }
    })();
    const reading = Promise.allSettled(
      listBoards(arena).map((content) => arena.boards.readPage(content, 1, 10)),
    );
    // A batch that fails is delivered again, as the bus does it.
    for (const score of scores) {
      await arena.count([score]).catch(() => arena.count([score]).catch(() => undefined));
    }
    await Promise.all([flushing, reading]);
    await arena.count(scores);

    expect(await readEverything(arena)).toEqual(everythingOf(arena, players));
  },
  TIMEOUT_MS,
);

test('negative control: a board that is believed complete after a flush has the new scores alone', async () => {
  await using arena = await openArena();
  const { players, scores } = await openPlayed(arena);
  await arena.redis.flushdb();
  for (const { board } of listBoards(arena)) await arena.redis.set(knownKey(board.group), 1);
  await arena.count(scores);

  const points = (await arena.standings()).map(([, total]) => total);
  expect(points).toEqual(players.map((_, index) => index).toReversed());
});
