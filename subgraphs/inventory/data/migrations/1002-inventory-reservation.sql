create table reservation (
  order_id uuid primary key,
  status text not null check (status in ('HELD', 'COMMITTED', 'RELEASED', 'FAILED')),
  expires_at timestamptz,
  release_reason text check (release_reason in ('CANCELLED', 'EXPIRED')),
  missing jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((status in ('HELD', 'COMMITTED')) = (expires_at is not null)),
  check ((status = 'RELEASED') = (release_reason is not null)),
  check ((status = 'FAILED') = (missing is not null))
);

-- What is due to expire. Committed and released reservations, which are nearly all, are not in it.
create index reservation_due on reservation (expires_at) where status = 'HELD';

-- What an order holds or has bought. An order that has given its units back has no lines.
create table reservation_line (
  order_id uuid not null references reservation,
  product_id uuid not null,
  warehouse_id uuid not null references warehouse,
  quantity integer not null check (quantity > 0),
  primary key (order_id, product_id, warehouse_id)
);
