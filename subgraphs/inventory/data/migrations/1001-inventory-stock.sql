create table warehouse (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z0-9]{2,10}$'),
  name text not null,
  city text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  created_at timestamptz not null
);

-- The constraint stock_adds_up makes overselling impossible: units are only ever moved, and none
-- of the three may fall below zero.
create table stock (
  product_id uuid not null,
  warehouse_id uuid not null references warehouse,
  available integer not null check (available >= 0),
  reserved integer not null check (reserved >= 0),
  sold integer not null check (sold >= 0),
  received integer not null check (received >= 0),
  updated_at timestamptz not null,
  primary key (product_id, warehouse_id),
  constraint stock_adds_up check (available + reserved + sold = received)
) with (fillfactor = 70);

-- The order of the list of stock levels: fewest available units first.
create index stock_by_available on stock (available, product_id, warehouse_id);
create index stock_of_warehouse on stock (warehouse_id, available, product_id);

-- Free units over all warehouses, kept in the transaction that changes stock; the version grows by one
-- with each change, so that copies elsewhere can tell newer from older.
create table product_stock (
  product_id uuid primary key,
  available integer not null check (available >= 0),
  version bigint not null check (version > 0),
  updated_at timestamptz not null
) with (fillfactor = 70);

create table stock_adjustment (
  id uuid primary key,
  product_id uuid not null,
  warehouse_id uuid not null references warehouse,
  delta integer not null check (delta <> 0),
  reason text not null,
  idempotency_key text unique,
  -- The user who asked, or the partner key.
  adjusted_by text not null,
  created_at timestamptz not null
);
create index stock_adjustment_of_product on stock_adjustment (product_id, created_at desc);
