-- Every table carries the user id: the key by which users and their orders can be spread over shards.

create table cart (
  user_id uuid primary key,
  -- Grows with every change; tells a newer copy from an older one.
  version bigint not null
);

create table cart_item (
  user_id uuid not null references cart,
  product_id uuid not null,
  quantity integer not null check (quantity between 1 and 99),
  added_at timestamptz not null,
  primary key (user_id, product_id)
);

create table customer_order (
  id uuid primary key,
  user_id uuid not null,
  status text not null check (status in (
    'PENDING', 'AWAITING_PAYMENT', 'CONFIRMED', 'PROCESSING', 'SHIPPED', 'DELIVERED', 'CANCELLED'
  )),
  subtotal_cents integer not null check (subtotal_cents >= 0),
  shipping_cents integer not null check (shipping_cents >= 0),
  total_cents integer not null,
  currency text not null check (length(currency) = 3),
  address jsonb not null,
  payment_token text not null,
  payment_method text not null,
  cancellation_reason text,
  estimated_delivery_at timestamptz,
  is_stock_committed boolean not null default false,
  -- The parcel that is being packed or carried; null between two attempts.
  shipment_id uuid,
  shipment_attempt integer not null default 1 check (shipment_attempt between 1 and 3),
  is_refunded boolean not null default false,
  placed_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null,
  -- When the sweeper looks at it unless it has moved by then; null when it has ended.
  next_sweep_at timestamptz,
  check (total_cents = subtotal_cents + shipping_cents),
  check ((status = 'CANCELLED') = (cancellation_reason is not null))
);
create index customer_order_user on customer_order (user_id, placed_at desc, id desc);
create index customer_order_status on customer_order (status, placed_at desc, id desc);
create index customer_order_placed on customer_order (placed_at desc, id desc);
create index customer_order_total on customer_order (total_cents, id);
create index customer_order_sweep on customer_order (next_sweep_at) where next_sweep_at is not null;

create table order_line (
  order_id uuid not null references customer_order,
  position integer not null,
  user_id uuid not null,
  product_id uuid not null,
  product_name text not null,
  quantity integer not null check (quantity between 1 and 99),
  unit_price_cents integer not null check (unit_price_cents >= 0),
  primary key (order_id, position)
);
create index order_line_product on order_line (product_id, order_id);
create index order_line_words on order_line using gin (to_tsvector('simple', product_name));

create table order_timeline (
  order_id uuid not null references customer_order,
  -- The order's version: a decision writes at most one entry.
  seq integer not null,
  user_id uuid not null,
  status text not null,
  at timestamptz not null,
  message text not null,
  primary key (order_id, seq)
);

create table payment (
  order_id uuid primary key references customer_order,
  user_id uuid not null,
  status text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED', 'REFUNDED')),
  amount_cents integer not null check (amount_cents >= 0),
  currency text not null,
  method text not null,
  failure text,
  attempts integer not null default 0,
  created_at timestamptz not null,
  charged_at timestamptz,
  refunded_at timestamptz,
  check ((status in ('SUCCEEDED', 'REFUNDED')) = (charged_at is not null)),
  check ((status = 'REFUNDED') = (refunded_at is not null))
);

create table shipment (
  id uuid primary key,
  order_id uuid not null references customer_order,
  user_id uuid not null,
  attempt integer not null,
  carrier text not null,
  tracking_number text not null,
  status text not null check (status in ('CREATED', 'IN_TRANSIT', 'DELIVERED', 'FAILED', 'CANCELLED')),
  estimated_delivery_at timestamptz not null,
  -- When the carrier moves it; null while it waits for the order to be processed, and at the end.
  next_step_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (order_id, attempt)
);
create index shipment_due on shipment (next_step_at) where next_step_at is not null;

create table checkout_request (
  user_id uuid not null,
  key text not null,
  request_hash text not null,
  order_id uuid not null,
  created_at timestamptz not null,
  -- Set with the order, in its transaction; null while no order has come of it.
  placed_at timestamptz,
  primary key (user_id, key)
);
create index checkout_request_created on checkout_request (created_at);

-- The simulated payment provider's own ledger; nothing but the simulation reads it.
create table provider_charge (
  idempotency_key text primary key,
  amount_cents integer not null,
  token text not null,
  outcome text not null check (outcome in ('CHARGED', 'CARD_DECLINED', 'INSUFFICIENT_FUNDS', 'CLOSED')),
  created_at timestamptz not null,
  refunded_at timestamptz
);
create table provider_fault (
  idempotency_key text primary key,
  faults integer not null
);
