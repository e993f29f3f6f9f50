import type { Generated, Kysely, Transaction } from 'kysely';
import type { MessagingTables } from '#platform/messaging/tables.ts';
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
  };
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;
