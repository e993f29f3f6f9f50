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
