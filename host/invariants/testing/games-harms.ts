import { packScores } from '../../../schema/events/packed-scores.ts';
import { listDueArchives } from '../games-played.ts';
import type { PlantedShop } from './planted-shop.ts';

/** One game, always the same. */
const ONE = `id = (select id from score_submission order by id limit 1)`;
const ADMIN = '01890000-0000-7000-8000-00000000000a';
const ADJUSTMENT = '01890000-0000-7000-8000-00000000000b';

/** What is done to games, and which invariants tell of it: no others. */
export function gamesHarms(
  shop: () => PlantedShop,
): readonly [string, readonly string[], () => Promise<unknown>][] {
  const run = (text: string, values: readonly unknown[] = []) =>
    shop().query('games', text, values);
  const harm = (text: string) => () => run(text);

  const adjust = (kind: string, corrected: string) =>
    run(
      `with made as (
        insert into score_adjustment (id, kind, reason, made_by, created_at, score_count, corrected_at)
        values ($1, $2, 'a test', $3, now() - interval '1 hour', 1, ${corrected}) returning id
      )
      insert into adjusted_score (submission_id, adjustment_id, player_number)
      select s.id, made.id, s.player_number from made, score_submission s where s.${ONE}`,
      [ADJUSTMENT, kind, ADMIN],
    );

  /** A season of one board on which two players were, in this order. */
  const archive = (ranks: string, total = 2) =>
    run(
      `with board as (
        insert into archived_board values ('raid:seasonal:S1-2020', $1, now()) returning board
      )
      insert into archived_place (board, rank, player_number, points, reached_at)
      select board, rank, player, points, now() from board, (values ${ranks}) as place (rank, player, points)`,
      [total],
    );
  const reward = (player: number, rank: number) =>
    run(`insert into season_reward values ('S1-2020', 3, $1, $2, 'Champion', 10, now())`, [
      player,
      rank,
    ]);
  const archiveAll = (left = 0) => {
    const boards = listDueArchives(['deathmatch', 'capture-the-flag', 'raid'], shop().range.now);
    return run(
      `insert into archived_board select board, 0, now() - interval '1 hour' from unnest($1::text[]) as board`,
      [boards.slice(left)],
    );
  };

  return [
    [
      'a game has more points than its mode gives',
      ['games-possible'],
      harm(`update score_submission set score = 1000000 where ${ONE}`),
    ],
    [
      'a game is of a player who does not exist',
      ['games-possible'],
      harm(`update score_submission set player_number = 999999999 where ${ONE}`),
    ],
    [
      'a game was handed in a month after its end',
      ['games-possible'],
      harm(
        `update score_submission set submitted_at = submitted_at + interval '30 days' where ${ONE}`,
      ),
    ],
    [
      'a game is off the boards, and nobody took it off',
      ['games-removed'],
      harm(`update score_submission set removed_at = now() where ${ONE}`),
    ],
    [
      'a game was taken off, and is on the boards',
      ['games-removed'],
      () => adjust('REMOVE', 'now()'),
    ],
    ['an adjustment is never finished', ['games-adjustments-end'], () => adjust('RESTORE', 'null')],
    [
      'an archive has lost a place',
      ['games-archives'],
      async () => {
        await archiveAll();
        await archive('(1, 1, 20)');
      },
    ],
    [
      'an archive has a place before a better one',
      ['games-archives'],
      async () => {
        await archiveAll();
        await archive('(1, 1, 20), (2, 2, 30)');
      },
    ],
    ['a board that is over is not archived', ['games-archived'], () => archiveAll(1)],
    [
      'a place of a season was paid twice',
      ['games-rewards'],
      async () => {
        await archiveAll();
        await archive('(1, 1, 30), (2, 2, 20)');
        await run(`insert into rewarded_board values ('raid:seasonal:S1-2020', now())`);
        await reward(1, 1);
        await reward(2, 1);
      },
    ],
    ['a season was never paid, and somebody has its reward', ['games-rewards'], () => reward(1, 1)],
    [
      'a game was flagged that nobody played',
      ['games-flags'],
      harm(`insert into cheat_flag (id, submission_id, player_number, mode_number, suspicion, reasons, status, created_at)
        values (gen_random_uuid(), gen_random_uuid(), 1, 3, 0.5, '{TOO_FREQUENT}', 'OPEN', now())`),
    ],
    [
      'an accepted score was never stored',
      ['games-accepted'],
      () =>
        run(`insert into outbox (topic, key, envelope) values ('score-submitted', 'shard-1', $1)`, [
          JSON.stringify({
            id: ADJUSTMENT,
            type: 'scores.accepted',
            key: 'shard-1',
            time: '2026-01-01T00:00:00.000Z',
            data: {
              packed: packScores([
                {
                  id: ADJUSTMENT,
                  player: 1,
                  region: 'EUROPE',
                  mode: 3,
                  score: 5,
                  seconds: 1_800,
                  at: 1_700_000_000_000,
                  isTracked: false,
                },
              ]),
            },
          }),
        ]),
    ],
  ];
}
