-- What every subgraph needs to send and to receive events.

create table inbox (
  consumer text not null,
  event_id uuid not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
-- Rows arrive in the order of time, so a block range index finds the old ones, and costs next to nothing.
create index inbox_received on inbox using brin (received_at);

create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  envelope jsonb not null,
  created_at timestamptz not null default now(),
  published_at timestamptz
);
create index outbox_unpublished on outbox (id) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;
-- Every row is updated once and deleted once: vacuum keeps up, or the relay walks over dead entries.
alter table outbox set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

-- The memory of the broker that the published rows went to.
create table outbox_epoch (
  is_only boolean primary key default true check (is_only),
  epoch text not null
);
