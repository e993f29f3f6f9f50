import {
  boardKey,
  fieldOf,
  knownKey,
  reachedKey,
} from '../../subgraphs/games/data/boards/board-keys.ts';
import { setPlaces } from '../../subgraphs/games/data/boards/board-scores.ts';
import { boardOf } from '../../subgraphs/games/domain/boards.ts';
import { periodAt } from '../../subgraphs/games/domain/periods.ts';
import { playedGames } from './games-played.ts';
import { plantShop, type PlantedShop } from './testing/planted-shop.ts';

let shop: PlantedShop;

beforeAll(async () => {
  shop = await plantShop();
}, 60_000);
afterAll(() => shop[Symbol.asyncDispose]());

test('a board in Redis has a point too many, or not the player who has played last', async () => {
  const { redis } = shop.places;
  const board = boardOf('raid', periodAt('ALL_TIME', shop.range.now));
  const rows = await shop.query<Record<string, string>>(
    'games',
    `select player_number as player, sum(score)::text as points, max(submitted_at) as at
     from score_submission where mode_number = 3 group by player_number`,
    [],
  );
  const places = rows.map(({ player, points, at }) => ({
    playerNumber: Number(player),
    points: Number(points),
    reachedAt: new Date(at ?? ''),
    newestAt: new Date(at ?? ''),
  }));
  await setPlaces(redis, board, places);
  await redis.set(knownKey(board.name), 1);
  const broken = () => shop.brokenBy(() => Promise.resolve(), playedGames);
  expect(await broken()).toEqual([]);

  const [first] = await redis.zrevrangeBuffer(boardKey(board.name), 0, 0);
  await redis.zincrby(boardKey(board.name), 1, first ?? '');
  expect(await broken()).toEqual(['games-boards']);
  await redis.zincrby(boardKey(board.name), -1, first ?? '');

  const [newest] = await shop.query<Record<string, string>>(
    'games',
    'select player_number as player from score_submission where mode_number = 3 order by id desc limit 1',
    [],
  );
  const bucket = reachedKey(board.name, Number(newest?.['player']));
  await redis.hdel(bucket, String(fieldOf(Number(newest?.['player']))));
  expect(await broken()).toEqual(['games-boards']);
});
