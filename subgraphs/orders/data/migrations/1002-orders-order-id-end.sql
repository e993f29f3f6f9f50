-- People tell orders apart by the last eight characters of the id, and search for them.
create index customer_order_id_end on customer_order (right(id::text, 8));
