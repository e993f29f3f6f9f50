import {
  fieldOf,
  knownKey,
  reachedKey,
  regionKey,
} from '../../subgraphs/games/data/boards/board-keys.ts';
import { setPlaces } from '../../subgraphs/games/data/boards/board-scores.ts';
import { boardOf } from '../../subgraphs/games/domain/boards.ts';
import { periodAt } from '../../subgraphs/games/domain/periods.ts';
import type { Region } from '../../subgraphs/games/domain/player.ts';
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
    `select player_number as player, region, sum(score)::text as points, max(submitted_at) as at
     from score_submission join player on number = player_number
     where mode_number = 3 group by player_number, region`,
    [],
  );
  const places = rows.map(({ player, region, points, at }) => ({
    playerNumber: Number(player),
    region: region as Region,
    points: Number(points),
    reachedAt: new Date(at ?? ''),
    newestAt: new Date(at ?? ''),
  }));
  await setPlaces(redis, board, places);
  await redis.set(knownKey(board.group), 1);
  const broken = () => shop.brokenBy(() => Promise.resolve(), playedGames);
  expect(await broken()).toEqual([]);

  const key = regionKey(board.group, places[0]?.region ?? 'EUROPE');
  const [first] = await redis.zrevrangeBuffer(key, 0, 0);
  await redis.zincrby(key, 1, first ?? '');
  expect(await broken()).toEqual(['games-boards']);
  await redis.zincrby(key, -1, first ?? '');

  const [newest] = await shop.query<Record<string, string>>(
    'games',
    'select player_number as player from score_submission where mode_number = 3 order by id desc limit 1',
    [],
  );
  const bucket = reachedKey(board.group, Number(newest?.['player']));
  await redis.hdel(bucket, String(fieldOf(Number(newest?.['player']))));
  expect(await broken()).toEqual(['games-boards']);
});
