-- Lists of ten million orders, and as little as possible for an order to pay for them.
-- A change of an order's status writes into every index of its row, about five times in its life, so
-- what an index of the lines can tell is not told by one of the order.

-- Newest first over all orders is the newest of each status, merged.
drop index customer_order_placed;

-- The end of an id, once an order: lines never change.
drop index customer_order_id_end;
create index order_line_order_id_end on order_line (right(order_id::text, 8)) where position = 0;

-- Orders of a product, newest first, without a look at each of them.
alter table order_line add column placed_at timestamptz;
update order_line set placed_at = customer_order.placed_at
  from customer_order where customer_order.id = order_id;
alter table order_line alter column placed_at set not null;
drop index order_line_product;
create index order_line_product on order_line (product_id, placed_at desc, order_id desc);

-- Names under which products were ever sold: a search by words looks here, not at every line.
drop index order_line_words;
create table sold_name (
  product_id uuid not null,
  product_name text not null,
  primary key (product_id, product_name)
);
create index sold_name_words on sold_name using gin (to_tsvector('simple', product_name));
insert into sold_name select distinct product_id, product_name from order_line;

-- Once a statement, however many lines it inserts. In one order, so that no two wait for each other.
create function remember_sold_names() returns trigger language plpgsql as $$
begin
  insert into sold_name (product_id, product_name)
  select distinct line.product_id, line.product_name
  from inserted as line
  where not exists (
    select from sold_name as known
    where known.product_id = line.product_id and known.product_name = line.product_name
  )
  order by 1, 2
  on conflict do nothing;
  return null;
end
$$;
create trigger order_line_sold_names after insert on order_line
  referencing new table as inserted
  for each statement execute function remember_sold_names();

-- Where the order was sent from; null when that is not known.
alter table customer_order add column client_ip inet;
