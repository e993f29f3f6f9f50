-- How others find a person and know one at a glance.
alter table "user"
  -- As given; compared without regard to case.
  add column username text check (username ~ '^[A-Za-z0-9](?:[A-Za-z0-9._]{1,28})[A-Za-z0-9]$'),
  add column avatar_url text check (length(avatar_url) <= 2048),
  -- Of the file that is deleted when another picture takes its place; null for pictures that nobody uploaded.
  add column avatar_key text;
create unique index user_username on "user" (lower(username));
