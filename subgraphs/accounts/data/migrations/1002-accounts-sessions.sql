-- A family of refresh tokens: all that came from one sign-in.
create table session (
  id uuid primary key,
  user_id uuid not null references "user" on delete cascade,
  created_at timestamptz(3) not null,
  -- Moves on with every refresh.
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);

create index session_owner on session (user_id);
create index session_expiry on session (expires_at);

-- Used tokens stay as long as their family, so that a second use is recognised.
create table refresh_token (
  -- SHA-256 of the token; the token itself is nowhere.
  hash bytea primary key check (length(hash) = 32),
  session_id uuid not null references session on delete cascade,
  user_id uuid not null,
  created_at timestamptz(3) not null,
  used_at timestamptz(3)
);

create index refresh_token_session on refresh_token (session_id);
