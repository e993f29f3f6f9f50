create extension if not exists pg_trgm;

create table game_mode (
  id text primary key,
  number smallint not null unique check (number > 0),
  name text not null unique,
  max_score_per_game integer not null check (max_score_per_game > 0),
  average_duration_minutes integer not null check (average_duration_minutes > 0)
);

-- The caps lie above the tail of what is played: scores are drawn up to 15,000 in Deathmatch, and the means
-- of Capture the Flag and Raid lie higher by 2,000 and 5,000.
insert into game_mode values
  ('deathmatch', 1, 'Deathmatch', 15000, 10),
  ('capture-the-flag', 2, 'Capture the Flag', 20000, 15),
  ('raid', 3, 'Raid', 30000, 30);

create table player (
  id uuid primary key,
  -- What boards and history call the player by.
  number bigint generated always as identity constraint player_number_key unique,
  user_id uuid constraint player_user_id_key unique,
  username text not null,
  region text not null check (
    region in ('AFRICA', 'ASIA', 'EUROPE', 'NORTH_AMERICA', 'OCEANIA', 'SOUTH_AMERICA')
  ),
  created_at timestamptz(3) not null
);

-- Byte order, so that a range of the beginning is a range of the index.
create unique index player_username_key on player (lower(username) collate "C");

create table followed_player (
  follower_number bigint not null references player (number) on delete cascade,
  followed_number bigint not null references player (number) on delete cascade,
  created_at timestamptz(3) not null,
  primary key (follower_number, followed_number)
);

-- Every game that was accepted: the truth that each board can be made of again. The id is a UUIDv7 of the
-- client's, made when the game ended, and the table is divided by it: so an id is unique over all time, and
-- the newest rows lie together. Partitions of a month each are made ahead of time by the application.
create table score_submission (
  id uuid primary key,
  player_number bigint not null,
  mode_number smallint not null,
  score integer not null,
  duration_seconds integer not null,
  -- When it was accepted: at most a day after the time in the id.
  submitted_at timestamptz(3) not null,
  -- Set when an administrator takes it off the boards; such a game no longer counts.
  removed_at timestamptz(3)
) partition by range (id);
create table score_submission_other partition of score_submission default;

-- All that one player did, newest first, with what sums are made of.
create index score_submission_player
  on score_submission (player_number, submitted_at desc)
  include (mode_number, score, duration_seconds, removed_at);

-- Boards of periods that are over, as they ended.
create table archived_board (
  board text primary key,
  total_players integer not null,
  archived_at timestamptz(3) not null
);
create table archived_place (
  board text not null references archived_board (board) on delete cascade,
  rank integer not null,
  player_number bigint not null,
  points bigint not null,
  reached_at timestamptz(3) not null,
  primary key (board, rank)
);
create unique index archived_place_player on archived_place (board, player_number);

create table game_event (
  id uuid primary key,
  name text not null,
  mode_id text not null references game_mode (id),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null check (ends_at > starts_at),
  multiplier integer not null check (multiplier between 1 and 10),
  created_at timestamptz(3) not null
);
create index game_event_ends on game_event (ends_at);
