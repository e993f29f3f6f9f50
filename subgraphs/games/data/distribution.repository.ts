import { sql } from 'kysely';
import { barOf, SCORE_BARS } from '../domain/score-bars.ts';
import type { Distribution, Recent } from '../domain/suspicion.ts';
import type { Db, Tx } from './tables.ts';

interface Sums {
  modeNumber: number;
  games: number;
  scoreSum: number;
  scoreSquareSum: number;
}

interface SumsAndBars extends Sums {
  bars: number[];
}

export interface ScoreDistribution extends Distribution {
  /** Games by their points: see `score-bars.ts`. */
  bars: number[];
}

interface PlayedScore {
  modeNumber: number;
  score: number;
  /** Of its mode. */
  maxScore: number;
}

/** Adds games to the distributions of their modes, and returns them: a row a mode, however many games there are. */
export async function addToDistributions(
  tx: Tx,
  games: readonly PlayedScore[],
): Promise<Map<number, Distribution>> {
  const sums = sumByMode(games);
  const { rows } = await sql<Sums>`
    insert into mode_distribution as known (mode_number, games, score_sum, score_square_sum, bars)
    select mode_number, games, score_sum, score_square_sum, bars::bigint[] from unnest(
      ${sums.map(({ modeNumber }) => modeNumber)}::smallint[],
      ${sums.map((sum) => sum.games)}::bigint[],
      ${sums.map(({ scoreSum }) => scoreSum)}::numeric[],
      ${sums.map(({ scoreSquareSum }) => scoreSquareSum)}::numeric[],
      ${sums.map(({ bars }) => `{${bars.join(',')}}`)}::text[]
    ) as mode (mode_number, games, score_sum, score_square_sum, bars) order by mode_number
    on conflict (mode_number) do update set games = known.games + excluded.games,
      score_sum = known.score_sum + excluded.score_sum,
      score_square_sum = known.score_square_sum + excluded.score_square_sum,
      bars = (
        select array_agg(so_far + more order by bar)
        from unnest(known.bars, excluded.bars) with ordinality as pair (so_far, more, bar)
      )
    returning mode_number as "modeNumber", games::float8, score_sum::float8 as "scoreSum",
      score_square_sum::float8 as "scoreSquareSum"
  `.execute(tx);
  return new Map(rows.map((row): [number, Distribution] => [row.modeNumber, toDistribution(row)]));
}

/** In the order asked; undefined for modes that nobody has played. */
export async function findDistributions(
  db: Db,
  modeNumbers: readonly number[],
): Promise<(ScoreDistribution | undefined)[]> {
  const { rows } = await sql<SumsAndBars>`
    select mode_number as "modeNumber", games::float8, score_sum::float8 as "scoreSum",
      score_square_sum::float8 as "scoreSquareSum", bars::float8[]
    from mode_distribution where mode_number = any(${modeNumbers}::smallint[])
  `.execute(db);
  const byMode = new Map(rows.map((row) => [row.modeNumber, row]));
  return modeNumbers.map((modeNumber) => {
    const row = byMode.get(modeNumber);
    return row && { ...toDistribution(row), bars: row.bars };
  });
}

function toDistribution({ games, scoreSum, scoreSquareSum }: Sums): Distribution {
  const mean = scoreSum / games;
  const deviation = Math.sqrt(Math.max(0, scoreSquareSum / games - mean * mean));
  return { games, mean, deviation };
}

/** Exact: squares of scores are whole, and 2^53 holds ten million of the greatest. */
function sumByMode(games: readonly PlayedScore[]): SumsAndBars[] {
  const sums = new Map<number, SumsAndBars>();
  for (const { modeNumber, score, maxScore } of games) {
    const sum = sums.get(modeNumber) ?? nothing(modeNumber);
    const bar = barOf(score, maxScore);
    sum.bars[bar] = (sum.bars[bar] ?? 0) + 1;
    sum.games += 1;
    sum.scoreSum += score;
    sum.scoreSquareSum += score * score;
    sums.set(modeNumber, sum);
  }
  return [...sums.values()];
}

const nothing = (modeNumber: number): SumsAndBars => ({
  modeNumber,
  games: 0,
  scoreSum: 0,
  scoreSquareSum: 0,
  bars: Array.from({ length: SCORE_BARS }, () => 0),
});

const RECENT_GAMES = 20;

/** What players' last games in a mode are like, in the order asked. */
export async function findRecent(
  db: Db,
  asked: readonly {
    playerNumber: number;
    modeNumber: number;
    cappedFrom: number;
    shortestUpTo: number;
  }[],
): Promise<Recent[]> {
  const { rows } = await sql<Recent>`
    select count(game.*)::float8 as games,
      count(*) filter (where game.duration_seconds <= asked.shortest_up_to)::float8 as shortest,
      count(*) filter (where game.score >= asked.capped_from)::float8 as capped,
      coalesce(extract(epoch from max(game.submitted_at) - min(game.submitted_at)), 0)::float8 as "spanSeconds",
      coalesce(sum(game.duration_seconds) filter (where game.place < game.total), 0)::float8 as "playedSeconds"
    from unnest(
      ${asked.map(({ playerNumber }) => playerNumber)}::bigint[],
      ${asked.map(({ modeNumber }) => modeNumber)}::smallint[],
      ${asked.map(({ cappedFrom }) => cappedFrom)}::float8[],
      ${asked.map(({ shortestUpTo }) => shortestUpTo)}::float8[]
    ) with ordinality as asked (player_number, mode_number, capped_from, shortest_up_to, position)
    left join lateral (
      select score, duration_seconds, submitted_at,
        row_number() over (order by submitted_at desc) as place, count(*) over () as total
      from (
        select score, duration_seconds, submitted_at from score_submission
        where player_number = asked.player_number and mode_number = asked.mode_number
        order by submitted_at desc limit ${RECENT_GAMES}
      ) as last
    ) as game on true
    group by asked.position order by asked.position
  `.execute(db);
  return rows;
}
