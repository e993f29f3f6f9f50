create table partner_key (
  id uuid primary key,
  -- SHA-256 of the key; the key itself is nowhere.
  hash bytea not null unique check (length(hash) = 32),
  -- The first characters of the key, to recognise it.
  prefix text not null,
  name text not null,
  scopes text[] not null,
  created_at timestamptz(3) not null,
  revoked_at timestamptz(3)
);

create index partner_key_newest on partner_key (created_at desc, id desc);
