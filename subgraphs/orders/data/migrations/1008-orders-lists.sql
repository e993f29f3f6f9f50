-- Lists find the keys of a page in an index alone; docs/adr/0034-keys-of-a-page-from-an-index.md says at what price.

-- A range of totals, a total within a time or a status: without a look at each order.
drop index customer_order_total;
create index customer_order_total on customer_order (total_cents, id) include (placed_at, status);

-- Orders of a product by their total. It never changes, as the lines do not.
alter table order_line add column order_total_cents integer;
update order_line set order_total_cents = customer_order.total_cents
  from customer_order where customer_order.id = order_id;
alter table order_line alter column order_total_cents set not null;
drop index order_line_product;
create index order_line_product on order_line (product_id, placed_at desc, order_id desc) include (order_total_cents);
