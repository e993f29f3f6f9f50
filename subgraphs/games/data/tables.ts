import type { Generated, Kysely, Transaction } from 'kysely';
import type { MessagingTables } from '#platform/messaging/tables.ts';
import type { AdjustmentKind } from '../domain/adjustment.ts';
import type { CheatFlagStatus, CheatReason } from '../domain/suspicion.ts';
import type { Region } from '../domain/player.ts';

export interface Tables extends MessagingTables {
  game_mode: {
    id: string;
    number: number;
    name: string;
    max_score_per_game: number;
    average_duration_minutes: number;
  };
  player: {
    id: string;
    number: Generated<number>;
    user_id: string | null;
    username: string;
    region: Region;
    created_at: Date;
  };
  followed_player: { follower_number: number; followed_number: number; created_at: Date };
  score_submission: {
    id: string;
    player_number: number;
    mode_number: number;
    score: number;
    duration_seconds: number;
    submitted_at: Date;
    removed_at: Date | null;
  };
  archived_board: { board: string; total_players: number; archived_at: Date };
  archived_place: {
    board: string;
    rank: number;
    player_number: number;
    points: number;
    reached_at: Date;
  };
  game_event: {
    id: string;
    name: string;
    mode_id: string;
    starts_at: Date;
    ends_at: Date;
    multiplier: number;
    created_at: Date;
    cancelled_at: Date | null;
    created_by: string | null;
  };
  score_adjustment: {
    id: string;
    kind: AdjustmentKind;
    reason: string;
    made_by: string;
    created_at: Date;
    score_count: number;
    corrected_at: Date | null;
  };
  adjusted_score: { submission_id: string; adjustment_id: string; player_number: number };
  season_reward_tier: { up_to_rank: number; name: string; coins: number };
  rewarded_board: { board: string; paid_at: Date };
  season_reward: {
    season: string;
    mode_number: number;
    player_number: number;
    rank: number;
    tier: string;
    coins: number;
    paid_at: Date;
  };
  cheat_flag: {
    id: string;
    submission_id: string;
    player_number: number;
    mode_number: number;
    suspicion: number;
    reasons: CheatReason[];
    z_score: number | null;
    status: CheatFlagStatus;
    created_at: Date;
    reviewed_at: Date | null;
    reviewed_by: string | null;
    note: string | null;
  };
  mode_distribution: {
    mode_number: number;
    games: number;
    score_sum: number;
    score_square_sum: number;
    bars: number[];
  };
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
