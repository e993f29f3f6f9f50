-- Units of a flash sale that nobody has stay in their warehouse, but are no longer anybody else's.
alter table stock add column set_aside integer not null default 0 check (set_aside >= 0);
alter table stock drop constraint stock_adds_up;
alter table stock add constraint stock_adds_up
  check (available + reserved + sold + set_aside = received);

-- Units only ever move between the four; none of them may fall below zero, so no sale can sell more than it has.
create table flash_sale (
  id uuid primary key,
  product_id uuid not null,
  price_cents integer not null check (price_cents >= 0),
  currency text not null check (length(currency) = 3),
  units integer not null check (units > 0),
  available integer not null check (available >= 0),
  reserved integer not null default 0 check (reserved >= 0),
  sold integer not null default 0 check (sold >= 0),
  returned integer not null default 0 check (returned >= 0),
  limit_per_user integer not null check (limit_per_user between 1 and 99),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cancelled_at timestamptz,
  warmed_at timestamptz,
  -- When what is left was first given back, and Redis was cleared.
  closed_at timestamptz,
  -- The user who asked, or the partner key.
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Grows by one with each change, so that copies elsewhere can tell newer from older.
  version bigint not null check (version > 0),
  check (ends_at > starts_at),
  constraint flash_sale_adds_up check (available + reserved + sold + returned = units)
) with (fillfactor = 70);
create index flash_sale_start on flash_sale (starts_at, id);
create index flash_sale_end on flash_sale (ends_at desc, id desc);
create index flash_sale_product on flash_sale (product_id, ends_at);
create index flash_sale_open on flash_sale (ends_at) where closed_at is null;
create index flash_sale_leftover on flash_sale (ends_at) where available > 0;

-- Where the units of a sale are.
create table flash_sale_stock (
  sale_id uuid not null references flash_sale,
  warehouse_id uuid not null references warehouse,
  product_id uuid not null,
  units integer not null check (units > 0),
  available integer not null check (available >= 0),
  reserved integer not null default 0 check (reserved >= 0),
  sold integer not null default 0 check (sold >= 0),
  returned integer not null default 0 check (returned >= 0),
  primary key (sale_id, warehouse_id),
  constraint flash_sale_stock_adds_up check (available + reserved + sold + returned = units)
) with (fillfactor = 70);

-- Units that a user has in a sale. With a limit of 1 the primary key alone makes a second purchase impossible.
create table flash_buyer (
  sale_id uuid not null references flash_sale,
  user_id uuid not null,
  units integer not null check (units >= 0),
  max_units integer not null,
  primary key (sale_id, user_id),
  constraint flash_buyer_limit check (units <= max_units)
);

-- Whose purchase an order's reservation is. A key belongs to one order for good.
create table flash_claim (
  order_id uuid primary key references reservation,
  sale_id uuid not null references flash_sale,
  user_id uuid not null,
  units integer not null check (units > 0),
  idempotency_key text not null,
  content_hash text not null,
  created_at timestamptz not null,
  constraint flash_claim_purchase unique (sale_id, user_id, idempotency_key)
);
