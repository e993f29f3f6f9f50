-- Cancelled before its start it never was; cancelled later it ends sooner.
alter table game_event
  add column cancelled_at timestamptz(3),
  add column created_by uuid;

-- What administrators took off the boards or put back, for good.
create table score_adjustment (
  id uuid primary key,
  kind text not null check (kind in ('REMOVE', 'RESTORE')),
  reason text not null,
  made_by uuid not null,
  created_at timestamptz(3) not null,
  score_count integer not null check (score_count > 0),
  -- When every board said so.
  corrected_at timestamptz(3)
);
create index score_adjustment_open on score_adjustment (id) where corrected_at is null;

create table adjusted_score (
  submission_id uuid not null,
  adjustment_id uuid not null references score_adjustment (id),
  player_number bigint not null,
  primary key (submission_id, adjustment_id)
);
create index adjusted_score_adjustment on adjusted_score (adjustment_id);

-- What the first of a season's boards get: up to a rank, the best tier that holds it.
create table season_reward_tier (
  up_to_rank integer primary key check (up_to_rank > 0),
  name text not null,
  coins integer not null check (coins >= 0)
);
insert into season_reward_tier values
  (1, 'Champion', 10000),
  (10, 'Gold', 5000),
  (50, 'Silver', 2000),
  (100, 'Bronze', 1000);

-- Boards of seasons whose rewards were paid, and the rewards themselves: once a player and board.
create table rewarded_board (
  board text primary key references archived_board (board),
  paid_at timestamptz(3) not null
);
create table season_reward (
  season text not null,
  mode_number smallint not null,
  player_number bigint not null,
  rank integer not null,
  tier text not null,
  coins integer not null,
  paid_at timestamptz(3) not null,
  primary key (season, mode_number, player_number)
);
create index season_reward_player on season_reward (player_number);

-- Games that look as if they had not been played, until an administrator has looked at them.
create table cheat_flag (
  id uuid primary key,
  submission_id uuid not null constraint cheat_flag_submission_key unique,
  player_number bigint not null,
  mode_number smallint not null,
  suspicion double precision not null check (suspicion between 0 and 1),
  reasons text[] not null,
  z_score double precision,
  status text not null check (status in ('OPEN', 'CLEARED', 'CONFIRMED')),
  created_at timestamptz(3) not null,
  reviewed_at timestamptz(3),
  reviewed_by uuid,
  note text
);
create index cheat_flag_queue on cheat_flag (status, suspicion desc, id desc);
create index cheat_flag_player on cheat_flag (player_number);

-- The distribution of the scores of a mode's games, as sums that need no second look at the games.
create table mode_distribution (
  mode_number smallint primary key,
  games bigint not null,
  score_sum numeric not null,
  score_square_sum numeric not null
);
