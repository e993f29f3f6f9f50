import { Redis } from 'ioredis';
import type { Client } from 'pg';
import { readPage } from '../../subgraphs/games/data/boards/read-boards.ts';
import { boardOf, withRegions, type Board } from '../../subgraphs/games/domain/boards.ts';
import { findPeriod, WINDOWS } from '../../subgraphs/games/domain/periods.ts';
import { REGIONS } from '../../subgraphs/games/domain/player.ts';
import { withDatabase } from './with-database.ts';

export interface CheckedBoards {
  boards: number;
  places: number;
  /** Places that are not what history says, and examples of them. */
  wrong: number;
  examples: string[];
  /** Games in history whose ids are of that moment or later. */
  submissions: number;
}

const PLACES_A_PAGE = 10_000;
const MAX_EXAMPLES = 10;
const KNOWN = /^games:\{places:(.+)\}:known$/;

/**
 * Compares every board that Redis has with one that is made of history here, place by place: who, how many points,
 * and when they were reached. The statement is not the product's own. Boards of events are not looked at.
 */
export async function checkBoards(
  env: Readonly<Record<string, string>>,
  since: Date,
): Promise<CheckedBoards> {
  const redis = new Redis(env['REDIS_URL'] ?? '', { lazyConnect: true });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return await withDatabase(env, 'games', async (client) => {
      const checked: CheckedBoards = {
        boards: 0,
        places: 0,
        wrong: 0,
        examples: [],
        submissions: await countSince(client, since),
      };
      for (const board of await listKnownBoards(redis)) {
        await checkBoard(redis, client, board, checked);
      }
      return checked;
    });
  } finally {
    redis.disconnect();
  }
}

/** The boards that Redis has, of all regions and of each, but for those of events. */
export async function listKnownBoards(redis: Redis): Promise<Board[]> {
  const groups: string[] = [];
  for await (const keys of redis.scanStream({ match: 'games:*:known', count: 1_000 })) {
    for (const key of keys as string[]) {
      const group = KNOWN.exec(key)?.[1];
      if (group !== undefined && !group.includes(':event:')) groups.push(group);
    }
  }
  return groups.toSorted().flatMap((group) => withRegions(readBoardName(group), REGIONS));
}

async function checkBoard(
  redis: Redis,
  client: Client,
  board: Board,
  checked: CheckedBoards,
): Promise<void> {
  const { name, modeId, period, region } = board;
  const from = period.startsAt ?? new Date(0);
  const to = period.endsAt ?? new Date(8.64e15 / 1_000);
  await client.query('begin');
  await client.query(
    `declare model no scroll cursor for
     select player_number as player, sum(score)::float8 as points, max(submitted_at) as at
     from score_submission join player on number = player_number
     where mode_number = (select number from game_mode where id = $1) and removed_at is null
       and submitted_at >= $2 and submitted_at < $3 and ($4::text is null or region = $4)
     group by player_number
     order by points desc, at, player_number desc`,
    [modeId, from, to, region ?? null],
  );
  checked.boards += 1;
  for (let first = 0; ; first += PLACES_A_PAGE) {
    const { rows } = await client.query<{ player: string; points: number; at: Date }>(
      `fetch ${PLACES_A_PAGE} from model`,
    );
    const model = rows.map(({ player, points, at }) => `${player} ${points} ${at.toISOString()}`);
    const places = await readPlaces(redis, board, first);
    const length = Math.max(model.length, places.length);
    for (let place = 0; place < length; place++) {
      checked.places += 1;
      if (model[place] === places[place]) continue;
      checked.wrong += 1;
      if (checked.examples.length < MAX_EXAMPLES) {
        checked.examples.push(
          `${name} ${first + place + 1}: ${places[place]} in place of ${model[place]}`,
        );
      }
    }
    if (length < PLACES_A_PAGE) break;
  }
  await client.query('commit');
}

async function readPlaces(redis: Redis, board: Board, first: number): Promise<string[]> {
  const { places } = await readPage(redis, board, first + 1, PLACES_A_PAGE);
  return places.map(
    ({ playerNumber, points, reachedAt }) => `${playerNumber} ${points} ${reachedAt.toISOString()}`,
  );
}

/** `<mode>:all`, or `<mode>:<window>:<period>`. */
function readBoardName(name: string): Board {
  const [modeId = '', ...rest] = name.split(':');
  if (rest[0] === 'all') rest.unshift('all_time');
  const [window = '', period = ''] = rest;
  const known = WINDOWS.find((each) => each.toLowerCase() === window);
  const found = known && findPeriod(known, period);
  if (found === undefined) throw new Error(`${name} is no board that is known here`);
  return boardOf(modeId, found);
}

async function countSince(client: Client, since: Date): Promise<number> {
  const { rows } = await client.query<{ count: string }>(
    'select count(*) from score_submission where submitted_at >= $1 and id >= $2::uuid',
    [since, leastIdOf(since.getTime() - 86_400_000)],
  );
  return Number(rows[0]?.count ?? 0);
}

function leastIdOf(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
