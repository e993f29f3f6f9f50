import { sql } from 'kysely';
import { lockBoard } from './boards/lock-board.ts';
import type { Db, Tx } from './tables.ts';

export interface RewardTier {
  /** Ranks up to this one get it, unless a better tier holds them. */
  upToRank: number;
  name: string;
  coins: number;
}

export interface SeasonReward {
  season: string;
  modeNumber: number;
  playerNumber: number;
  rank: number;
  tier: string;
  coins: number;
  paidAt: Date;
}

export async function listRewardTiers(db: Db): Promise<RewardTier[]> {
  const { rows } = await sql<RewardTier>`
    select up_to_rank as "upToRank", name, coins from season_reward_tier order by up_to_rank
  `.execute(db);
  return rows;
}

export async function replaceRewardTiers(tx: Tx, tiers: readonly RewardTier[]): Promise<void> {
  // Two at once follow each other, so that nobody's tiers are mixed with another's.
  await sql`lock table season_reward_tier in share row exclusive mode`.execute(tx);
  await tx.deleteFrom('season_reward_tier').execute();
  await tx
    .insertInto('season_reward_tier')
    .values(tiers.map(({ upToRank, name, coins }) => ({ up_to_rank: upToRank, name, coins })))
    .execute();
}

/** Of these boards, those that are archived, and whether their rewards are paid. */
export async function findSeasonBoards(
  db: Db,
  boards: readonly string[],
): Promise<{ board: string; isPaid: boolean }[]> {
  const { rows } = await sql<{ board: string; isPaid: boolean }>`
    select archived.board, paid.board is not null as "isPaid"
    from archived_board archived left join rewarded_board paid on paid.board = archived.board
    where archived.board = any(${boards}::text[])
  `.execute(db);
  return rows;
}

/** Pays the first of an archived board by the tiers of this moment; nobody when it was done before. */
export async function payBoard(
  tx: Tx,
  { board, season, modeNumber }: { board: string; season: string; modeNumber: number },
  paidAt: Date,
): Promise<SeasonReward[]> {
  // An archive that is being corrected is paid as it is then.
  await lockBoard(tx, board);
  const { rows: first } = await sql`
    insert into rewarded_board (board, paid_at)
    select board, ${paidAt}::timestamptz from archived_board where board = ${board}
    on conflict do nothing returning board
  `.execute(tx);
  if (first.length === 0) return [];
  const { rows } = await sql<SeasonReward>`
    insert into season_reward (season, mode_number, player_number, rank, tier, coins, paid_at)
    select ${season}, ${modeNumber}::smallint, place.player_number, place.rank, tier.name,
      tier.coins, ${paidAt}::timestamptz
    from archived_place place
    join lateral (
      select name, coins from season_reward_tier where up_to_rank >= place.rank
      order by up_to_rank limit 1
    ) as tier on true
    where place.board = ${board}
    order by place.rank
    on conflict do nothing
    returning season, mode_number as "modeNumber", player_number as "playerNumber", rank, tier,
      coins, paid_at as "paidAt"
  `.execute(tx);
  return rows;
}

/** Of players, the latest first. */
export async function listRewards(
  db: Db,
  playerNumbers: readonly number[],
): Promise<SeasonReward[]> {
  const { rows } = await sql<SeasonReward>`
    select season, mode_number as "modeNumber", player_number as "playerNumber", rank, tier, coins,
      paid_at as "paidAt"
    from season_reward where player_number = any(${playerNumbers}::bigint[])
    order by paid_at desc, mode_number, rank
  `.execute(db);
  return rows;
}
