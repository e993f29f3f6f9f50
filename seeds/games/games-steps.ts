import { SCORE_BARS } from '../../subgraphs/games/domain/score-bars.ts';
import { copyRows, type CopyTable } from '../loading/copy-rows.ts';
import { indexes, type SeedStep } from '../loading/seed-step.ts';
import type { CopyValue } from '../loading/copy-encoding.ts';
import type { World } from '../world.ts';
import { gameSizesOf } from './game-plan.ts';
import { createPlayerMaker, type PlayerMaker } from './player-seed.ts';

/** Each has fifty games on average. */
const PLAYERS_A_CHUNK = 250;
/** A player's friends: among those whose numbers are near, so that some follow each other. */
const FOLLOWED = [3, 11, 40] as const;

const PLAYERS: CopyTable = {
  name: 'player',
  columns: {
    id: 'uuid',
    number: 'int8',
    user_id: 'uuid',
    username: 'text',
    region: 'text',
    created_at: 'timestamptz',
  },
};
const SUBMISSIONS: CopyTable = {
  name: 'score_submission',
  columns: {
    id: 'uuid',
    player_number: 'int8',
    mode_number: 'int2',
    score: 'int4',
    duration_seconds: 'int4',
    submitted_at: 'timestamptz',
  },
};
const FOLLOWS: CopyTable = {
  name: 'followed_player',
  columns: { follower_number: 'int8', followed_number: 'int8', created_at: 'timestamptz' },
};

/** Of all games there are, as the consumer that learns from games one by one would have it. */
const DISTRIBUTIONS = `
  with bar as (
    select mode.number, (game.score::bigint * ${SCORE_BARS} / (mode.max_score_per_game + 1))::integer as place,
      count(*) as games, sum(game.score) as score_sum, sum(game.score::numeric * game.score) as score_square_sum
    from score_submission game join game_mode mode on mode.number = game.mode_number
    group by 1, 2
  )
  insert into mode_distribution (mode_number, games, score_sum, score_square_sum, bars)
  select number, sum(games), sum(score_sum), sum(score_square_sum), (
    select array_agg(coalesce(counted.games, 0) order by each.place)
    from generate_series(0, ${SCORE_BARS - 1}) as each (place)
    left join bar as counted on counted.number = bar.number and counted.place = each.place
  )
  from bar group by number
  on conflict (mode_number) do update set games = excluded.games, score_sum = excluded.score_sum,
    score_square_sum = excluded.score_square_sum, bars = excluded.bars`;

/** Those that grow with the players. */
export const GAMES_TABLES: readonly CopyTable[] = [PLAYERS, SUBMISSIONS, FOLLOWS];

/** Players with all their games; boards are made of these by the product, when somebody looks at them. */
export function gamesSteps(world: World): SeedStep[] {
  const { players } = gameSizesOf(world.plan);
  const maker = createPlayerMaker(world);
  return [
    {
      name: 'players',
      databases: ['games'],
      rows: players,
      chunkSize: PLAYERS_A_CHUNK,
      make(from, to) {
        const numbers = indexes(from, to);
        return {
          async games(client) {
            await copyRows(client, PLAYERS, numbers.map(maker.player).map(Object.values));
            await copyRows(client, FOLLOWS, follows(numbers, players, world.plan.until));
            await copyRows(client, SUBMISSIONS, submissions(numbers, maker));
          },
        };
      },
    },
    {
      name: 'distributions',
      databases: ['games'],
      rows: 1,
      chunkSize: 1,
      make: () => ({
        async games(client) {
          await client.query(DISTRIBUTIONS);
        },
      }),
    },
    {
      // The next player that somebody creates comes after the last of these.
      name: 'next player',
      databases: ['games'],
      rows: 1,
      chunkSize: 1,
      make: () => ({
        async games(client) {
          await client.query(
            `select setval(pg_get_serial_sequence('player', 'number'), (select max(number) from player))`,
          );
        },
      }),
    },
  ];
}

/** One at a time, as they are written: a chunk is never held as rows. */
function* submissions(
  indexesOfPlayers: readonly number[],
  { games }: PlayerMaker,
): Generator<readonly CopyValue[]> {
  for (const index of indexesOfPlayers) {
    for (const game of games(index)) {
      yield [game.id, index + 1, game.modeNumber, game.score, game.seconds, game.submittedAt];
    }
  }
}

function* follows(
  indexesOfPlayers: readonly number[],
  players: number,
  until: Date,
): Generator<readonly CopyValue[]> {
  for (const index of indexesOfPlayers) {
    for (const distance of FOLLOWED) {
      yield [index + 1, ((index + distance) % players) + 1, until];
    }
  }
}
