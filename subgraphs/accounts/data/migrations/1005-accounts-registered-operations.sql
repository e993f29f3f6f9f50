-- What a key may use a minute; null leaves it to the gateway.
alter table partner_key add column points_per_minute int check (points_per_minute > 0);

-- Operations that partners may run beside those of our own programs.
create table registered_operation (
  id uuid primary key,
  -- SHA-256 of the text.
  hash bytea not null check (length(hash) = 32),
  text text not null,
  -- Null lets every key run it.
  partner_key_id uuid references partner_key (id),
  created_at timestamptz(3) not null,
  unique nulls not distinct (hash, partner_key_id)
);

create index registered_operation_newest on registered_operation (created_at desc, id desc);
