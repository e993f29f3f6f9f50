-- The statements of the lists of orders, written by `UPDATE_QUERIES=1 npm test -- unit subgraphs/orders/data`.

-- All orders, newest first, behind another page
with page as materialized ( select found.id
  from ((select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'PENDING' and (customer_order."placed_at", customer_order.id) < ($1::timestamptz, $2::uuid)
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'AWAITING_PAYMENT' and (customer_order."placed_at", customer_order.id) < ($3::timestamptz, $4::uuid)
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'CONFIRMED' and (customer_order."placed_at", customer_order.id) < ($5::timestamptz, $6::uuid)
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'PROCESSING' and (customer_order."placed_at", customer_order.id) < ($7::timestamptz, $8::uuid)
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'SHIPPED' and (customer_order."placed_at", customer_order.id) < ($9::timestamptz, $10::uuid)
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'DELIVERED' and (customer_order."placed_at", customer_order.id) < ($11::timestamptz, $12::uuid)
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'CANCELLED' and (customer_order."placed_at", customer_order.id) < ($13::timestamptz, $14::uuid)
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)) as found
  order by found.value desc, found.id desc
  limit $15 ) (select "customer_order"."id", "customer_order"."user_id" as "userId", "customer_order"."status", "customer_order"."subtotal_cents" as "subtotalCents", "customer_order"."shipping_cents" as "shippingCents", "customer_order"."total_cents" as "totalCents", "customer_order"."currency", "customer_order"."address", "customer_order"."cancellation_reason" as "cancellationReason", "customer_order"."estimated_delivery_at" as "estimatedDeliveryAt", "customer_order"."flash_sale_id" as "flashSaleId", "customer_order"."placed_at" as "placedAt", "customer_order"."updated_at" as "updatedAt", "customer_order"."version"
  from "customer_order"
  where customer_order.id = any(array(select id
  from page))
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc);

-- Of one status
with page as materialized ( select found.id
  from ((select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'PENDING'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc
  limit $1)) as found
  order by found.value desc, found.id desc
  limit $2 ) (select "customer_order"."id", "customer_order"."user_id" as "userId", "customer_order"."status", "customer_order"."subtotal_cents" as "subtotalCents", "customer_order"."shipping_cents" as "shippingCents", "customer_order"."total_cents" as "totalCents", "customer_order"."currency", "customer_order"."address", "customer_order"."cancellation_reason" as "cancellationReason", "customer_order"."estimated_delivery_at" as "estimatedDeliveryAt", "customer_order"."flash_sale_id" as "flashSaleId", "customer_order"."placed_at" as "placedAt", "customer_order"."updated_at" as "updatedAt", "customer_order"."version"
  from "customer_order"
  where customer_order.id = any(array(select id
  from page))
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc);

-- Of some statuses, in a range of time
with page as materialized ( select found.id
  from ((select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'SHIPPED' and "customer_order"."placed_at" >= $1 and "customer_order"."placed_at" < $2
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'PROCESSING' and "customer_order"."placed_at" >= $3 and "customer_order"."placed_at" < $4
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)) as found
  order by found.value desc, found.id desc
  limit $5 ) (select "customer_order"."id", "customer_order"."user_id" as "userId", "customer_order"."status", "customer_order"."subtotal_cents" as "subtotalCents", "customer_order"."shipping_cents" as "shippingCents", "customer_order"."total_cents" as "totalCents", "customer_order"."currency", "customer_order"."address", "customer_order"."cancellation_reason" as "cancellationReason", "customer_order"."estimated_delivery_at" as "estimatedDeliveryAt", "customer_order"."flash_sale_id" as "flashSaleId", "customer_order"."placed_at" as "placedAt", "customer_order"."updated_at" as "updatedAt", "customer_order"."version"
  from "customer_order"
  where customer_order.id = any(array(select id
  from page))
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc);

-- Highest total first, behind another page
with page as materialized ( select found.id
  from ((select "customer_order"."id", "customer_order"."total_cents" as "value"
  from "customer_order"
  where (customer_order."total_cents", customer_order.id) < ($1::integer, $2::uuid)
  order by "customer_order"."total_cents" desc, "customer_order"."id" desc
  limit $3)) as found
  order by found.value desc, found.id desc
  limit $4 ) (select "customer_order"."id", "customer_order"."user_id" as "userId", "customer_order"."status", "customer_order"."subtotal_cents" as "subtotalCents", "customer_order"."shipping_cents" as "shippingCents", "customer_order"."total_cents" as "totalCents", "customer_order"."currency", "customer_order"."address", "customer_order"."cancellation_reason" as "cancellationReason", "customer_order"."estimated_delivery_at" as "estimatedDeliveryAt", "customer_order"."flash_sale_id" as "flashSaleId", "customer_order"."placed_at" as "placedAt", "customer_order"."updated_at" as "updatedAt", "customer_order"."version"
  from "customer_order"
  where customer_order.id = any(array(select id
  from page))
  order by "customer_order"."total_cents" desc, "customer_order"."id" desc);

-- In a range of totals
explain (format json) (select "customer_order"."id"
  from "customer_order"
  where "customer_order"."total_cents" >= $1 and "customer_order"."total_cents" <= $2);
with page as materialized ((select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'DELIVERED' and "customer_order"."total_cents" >= $1 and "customer_order"."total_cents" <= $2
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc
  limit $3)) (select "customer_order"."id", "customer_order"."user_id" as "userId", "customer_order"."status", "customer_order"."subtotal_cents" as "subtotalCents", "customer_order"."shipping_cents" as "shippingCents", "customer_order"."total_cents" as "totalCents", "customer_order"."currency", "customer_order"."address", "customer_order"."cancellation_reason" as "cancellationReason", "customer_order"."estimated_delivery_at" as "estimatedDeliveryAt", "customer_order"."flash_sale_id" as "flashSaleId", "customer_order"."placed_at" as "placedAt", "customer_order"."updated_at" as "updatedAt", "customer_order"."version"
  from "customer_order"
  where customer_order.id = any(array(select id
  from page))
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc);

-- Of a customer
select "customer_order"."id", "customer_order"."user_id" as "userId", "customer_order"."status", "customer_order"."subtotal_cents" as "subtotalCents", "customer_order"."shipping_cents" as "shippingCents", "customer_order"."total_cents" as "totalCents", "customer_order"."currency", "customer_order"."address", "customer_order"."cancellation_reason" as "cancellationReason", "customer_order"."estimated_delivery_at" as "estimatedDeliveryAt", "customer_order"."flash_sale_id" as "flashSaleId", "customer_order"."placed_at" as "placedAt", "customer_order"."updated_at" as "updatedAt", "customer_order"."version"
  from "customer_order"
  where "customer_order"."user_id" = $1
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc
  limit $2;

-- Of a customer, by words
select "customer_order"."id", "customer_order"."user_id" as "userId", "customer_order"."status", "customer_order"."subtotal_cents" as "subtotalCents", "customer_order"."shipping_cents" as "shippingCents", "customer_order"."total_cents" as "totalCents", "customer_order"."currency", "customer_order"."address", "customer_order"."cancellation_reason" as "cancellationReason", "customer_order"."estimated_delivery_at" as "estimatedDeliveryAt", "customer_order"."flash_sale_id" as "flashSaleId", "customer_order"."placed_at" as "placedAt", "customer_order"."updated_at" as "updatedAt", "customer_order"."version"
  from "customer_order"
  where "customer_order"."user_id" = $1 and exists ( select
  from order_line l
  where l.order_id = customer_order.id and to_tsvector('simple', l.product_name) @@ to_tsquery('simple', $2) )
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc
  limit $3;

-- Of a product
explain (format json) (select "customer_order"."id"
  from "customer_order");
explain (format json) select order_id
  from order_line as line
  where line.product_id = any($1::uuid[]);
with page as materialized ( select found.id
  from ((select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'PENDING'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'AWAITING_PAYMENT'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'CONFIRMED'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'PROCESSING'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'SHIPPED'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'DELIVERED'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'CANCELLED'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)) as found
  cross join lateral ( select
  from order_line l
  where l.order_id = found.id and l.product_id = $1::uuid
  limit 1 ) as "line_0"
  order by found.value desc, found.id desc
  limit $2 ) (select "customer_order"."id", "customer_order"."user_id" as "userId", "customer_order"."status", "customer_order"."subtotal_cents" as "subtotalCents", "customer_order"."shipping_cents" as "shippingCents", "customer_order"."total_cents" as "totalCents", "customer_order"."currency", "customer_order"."address", "customer_order"."cancellation_reason" as "cancellationReason", "customer_order"."estimated_delivery_at" as "estimatedDeliveryAt", "customer_order"."flash_sale_id" as "flashSaleId", "customer_order"."placed_at" as "placedAt", "customer_order"."updated_at" as "updatedAt", "customer_order"."version"
  from "customer_order"
  where customer_order.id = any(array(select id
  from page))
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc);

-- Of the products that a search means
explain (format json) (select "customer_order"."id"
  from "customer_order");
explain (format json) select order_id
  from order_line as line
  where line.product_id = any($1::uuid[]);
with page as materialized ( select found.id
  from ((select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'PENDING'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'AWAITING_PAYMENT'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'CONFIRMED'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'PROCESSING'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'SHIPPED'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'DELIVERED'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)
  union all (select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'CANCELLED'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)) as found
  cross join lateral ( select
  from order_line l
  where l.order_id = found.id and l.product_id = any($1::uuid[])
  limit 1 ) as "line_0"
  order by found.value desc, found.id desc
  limit $2 ) (select "customer_order"."id", "customer_order"."user_id" as "userId", "customer_order"."status", "customer_order"."subtotal_cents" as "subtotalCents", "customer_order"."shipping_cents" as "shippingCents", "customer_order"."total_cents" as "totalCents", "customer_order"."currency", "customer_order"."address", "customer_order"."cancellation_reason" as "cancellationReason", "customer_order"."estimated_delivery_at" as "estimatedDeliveryAt", "customer_order"."flash_sale_id" as "flashSaleId", "customer_order"."placed_at" as "placedAt", "customer_order"."updated_at" as "updatedAt", "customer_order"."version"
  from "customer_order"
  where customer_order.id = any(array(select id
  from page))
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc);

-- Of the products that a search means, pending
with page as materialized ( select found.id
  from ((select "customer_order"."id", "customer_order"."placed_at" as "value"
  from "customer_order"
  where customer_order.status = 'PENDING'
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc)) as found
  cross join lateral ( select
  from order_line l
  where l.order_id = found.id and l.product_id = any($1::uuid[])
  limit 1 ) as "line_0"
  order by found.value desc, found.id desc
  limit $2 ) (select "customer_order"."id", "customer_order"."user_id" as "userId", "customer_order"."status", "customer_order"."subtotal_cents" as "subtotalCents", "customer_order"."shipping_cents" as "shippingCents", "customer_order"."total_cents" as "totalCents", "customer_order"."currency", "customer_order"."address", "customer_order"."cancellation_reason" as "cancellationReason", "customer_order"."estimated_delivery_at" as "estimatedDeliveryAt", "customer_order"."flash_sale_id" as "flashSaleId", "customer_order"."placed_at" as "placedAt", "customer_order"."updated_at" as "updatedAt", "customer_order"."version"
  from "customer_order"
  where customer_order.id = any(array(select id
  from page))
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc);

-- By an id
select "customer_order"."id", "customer_order"."user_id" as "userId", "customer_order"."status", "customer_order"."subtotal_cents" as "subtotalCents", "customer_order"."shipping_cents" as "shippingCents", "customer_order"."total_cents" as "totalCents", "customer_order"."currency", "customer_order"."address", "customer_order"."cancellation_reason" as "cancellationReason", "customer_order"."estimated_delivery_at" as "estimatedDeliveryAt", "customer_order"."flash_sale_id" as "flashSaleId", "customer_order"."placed_at" as "placedAt", "customer_order"."updated_at" as "updatedAt", "customer_order"."version"
  from "customer_order"
  where (customer_order.id between $1::uuid and $2::uuid or customer_order.id = any($3::uuid[]))
  order by "customer_order"."placed_at" desc, "customer_order"."id" desc
  limit $4;

-- Ids that end so
select order_id as id
  from order_line
  where position = 0 and right(order_id::text, 8) = right($1, 8) and right(replace(order_id::text, '-', ''), $2) = $3
  limit $4;

-- Products that were sold under such a name
select distinct product_id as id
  from sold_name
  where to_tsvector('simple', product_name) @@ to_tsquery('simple', $1)
  limit $2;

-- How many there are
explain (format json) (select "customer_order"."id"
  from "customer_order"
  where customer_order.status = 'PENDING');
select count(*)::int as "count"
  from "customer_order"
  where customer_order.status = 'PENDING';
