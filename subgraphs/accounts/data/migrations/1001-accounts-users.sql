-- Times have milliseconds, as the application's clock: a keyset cursor must name a row exactly.
create table "user" (
  id uuid primary key,
  -- As given; compared without regard to case.
  email text not null check (length(email) <= 254),
  -- Argon2id, PHC string.
  password_hash text not null,
  name text not null,
  -- E.164.
  phone text,
  roles text[] not null check (
    cardinality(roles) > 0 and roles <@ array['CUSTOMER', 'ADMIN', 'PARTNER']
  ),
  order_emails boolean not null default true,
  marketing_emails boolean not null default false,
  language text not null default 'en',
  created_at timestamptz(3) not null
);

-- The operator class serves the search by prefix as well as equality.
create unique index user_email on "user" (lower(email) text_pattern_ops);
create index user_newest on "user" (created_at desc, id desc);
create index user_name on "user" using gin (to_tsvector('simple', name));
create index user_admin on "user" (id) where 'ADMIN' = any(roles);

create table address (
  id uuid primary key,
  user_id uuid not null references "user" on delete cascade,
  recipient text not null,
  line1 text not null,
  line2 text,
  city text not null,
  region text,
  postal_code text not null,
  -- ISO 3166-1 alpha-2.
  country text not null check (country ~ '^[A-Z]{2}$'),
  is_default boolean not null,
  created_at timestamptz(3) not null
);

create index address_user on address (user_id);
create unique index address_one_default on address (user_id) where is_default;
