import { beginOf, type Invariant, type Range } from './invariant.ts';
import { rowCheck } from './row-check.ts';

/** Games are handed in within a day after they end, by clocks that differ by a minute. */
const IN_TIME = `s.submitted_at between uuid_extract_timestamp(s.id) - interval '1 minute'
  and uuid_extract_timestamp(s.id) + interval '1 day'`;

const begin = (range: Range) => [beginOf(range)];

/** What has to hold of games by what PostgreSQL has. */
export const gamesInvariants: readonly Invariant[] = [
  rowCheck({
    name: 'games-possible',
    says: 'a stored game is of a player and a mode, has points and a length that the mode allows, and came in time',
    database: 'games',
    rows: `from score_submission s
      left join player p on p.number = s.player_number
      left join game_mode m on m.number = s.mode_number
      where s.id >= $1::uuid`,
    isBroken: `p.number is null or m.number is null
      or s.score not between 0 and m.max_score_per_game
      or s.duration_seconds not between ceil(m.average_duration_minutes * 60 * 0.3)
        and floor(m.average_duration_minutes * 60 * 3)
      or not (${IN_TIME})`,
    subject: 's.id',
    text: `format('%s points in %s s of %s by player %s, handed in at %s',
      s.score, s.duration_seconds, coalesce(m.id, 'no mode'), s.player_number, s.submitted_at)`,
  }),
  rowCheck({
    name: 'games-removed',
    says: 'a game is off the boards when it was taken off last, and not put back',
    database: 'games',
    rows: `from (
        select id, removed_at from score_submission where removed_at is not null and id >= $1::uuid
        union select s.id, s.removed_at from adjusted_score a
          join score_submission s on s.id = a.submission_id where s.id >= $1::uuid
      ) as game
      left join lateral (
        select change.kind from adjusted_score a join score_adjustment change on change.id = a.adjustment_id
        where a.submission_id = game.id order by change.id desc limit 1
      ) as last on true`,
    isBroken: `(game.removed_at is not null) <> (coalesce(last.kind, 'NONE') = 'REMOVE')`,
    subject: 'game.id',
    text: `format('removed at %s, last adjustment %s', game.removed_at, coalesce(last.kind, 'none'))`,
  }),
  rowCheck({
    name: 'games-adjustments-end',
    says: 'no adjustment waits longer than it may until every board says so',
    database: 'games',
    rows: 'from score_adjustment where corrected_at is null',
    isBroken: `created_at < $1::timestamptz - $2 * interval '1 ms'`,
    subject: 'id',
    text: `format('%s of %s games at %s is open', kind, score_count, created_at)`,
    values: ({ now, sagaLimitMs }) => [now, sagaLimitMs],
  }),
  rowCheck({
    name: 'games-archives',
    says: 'an archived board has all of its places, in their order, each once',
    database: 'games',
    rows: `from archived_board a cross join lateral (
        select count(*) as places, coalesce(max(rank), 0) as last,
          count(*) filter (
            where points > before or (points = before and reached_at < at_before)
          ) as misplaced
        from (
          select rank, points, reached_at, lag(points) over by_rank as before,
            lag(reached_at) over by_rank as at_before
          from archived_place where board = a.board window by_rank as (order by rank)
        ) as place
      ) as held where a.archived_at >= $1`,
    isBroken: `held.places <> a.total_players or held.last <> a.total_players or held.misplaced > 0`,
    subject: 'a.board',
    text: `format('%s players, %s places up to rank %s, %s of them before better ones',
      a.total_players, held.places, held.last, held.misplaced)`,
    values: begin,
  }),
  rowCheck({
    name: 'games-rewards',
    says: 'rewards are of a season that was paid, and each place has one',
    database: 'games',
    rows: `from (
        select *, count(*) over (partition by season, mode_number, rank) as sharers
        from season_reward where paid_at >= $1
      ) as r
      left join game_mode m on m.number = r.mode_number
      left join rewarded_board b on b.board = m.id || ':seasonal:' || r.season`,
    isBroken: 'r.sharers > 1 or b.board is null',
    subject: `r.season || ' ' || r.mode_number || ' ' || r.player_number`,
    text: `format('rank %s, shared by %s, the board was paid at %s', r.rank, r.sharers, b.paid_at)`,
    values: begin,
  }),
  rowCheck({
    name: 'games-flags',
    says: 'a flagged game is in history, of that player',
    database: 'games',
    // Two consumers take the same event, each in its time.
    isEventual: true,
    rows: `from cheat_flag f left join score_submission s on s.id = f.submission_id
      where f.submission_id >= $1::uuid`,
    isBroken: 's.id is null or s.player_number <> f.player_number',
    subject: 'f.submission_id',
    text: `format('flagged for player %s, played by %s', f.player_number, s.player_number)`,
  }),
];
