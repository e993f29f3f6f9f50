-- What was asked of an order under an idempotency key, and what was answered: written with its effect.
create table order_command (
  user_id uuid not null,
  key text not null,
  content text not null,
  answer jsonb,
  created_at timestamptz not null,
  primary key (user_id, key)
);
create index order_command_created on order_command (created_at);

-- The shop gives the money back of an order that has been shipped; is_refunded follows when it has.
alter table customer_order add is_refund_requested boolean not null default false;
