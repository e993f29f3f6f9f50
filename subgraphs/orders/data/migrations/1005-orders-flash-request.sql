-- The flash sale that an order was bought in; null for one from the cart.
alter table customer_order add column flash_sale_id uuid;

-- Purchases of flash sales that have an order or wait for one, under the key that the buyer gave them. What was
-- refused at once is not here.
create table flash_request (
  order_id uuid primary key,
  user_id uuid not null,
  sale_id uuid not null,
  key text not null,
  content_hash text not null,
  quantity integer not null check (quantity > 0),
  address jsonb not null,
  payment_token text not null,
  payment_method text not null,
  state text not null check (state in ('QUEUED', 'PLACED', 'REFUSED')),
  refusal text check (refusal in ('SOLD_OUT', 'ENDED', 'LIMIT_REACHED')),
  refusal_units integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint flash_request_key unique (user_id, key),
  check ((state = 'REFUSED') = (refusal is not null))
);
-- Who waits, in the order of arrival: order ids grow with time.
create index flash_request_queue on flash_request (sale_id, order_id) where state = 'QUEUED';
create index flash_request_created on flash_request (created_at) where state <> 'QUEUED';
