-- Lines are written by the transaction that makes their reservation, of stock levels that it holds, whose warehouses are
-- checked. An invariant looks for lines without a reservation.
alter table reservation_line drop constraint reservation_line_order_id_fkey;
alter table reservation_line drop constraint reservation_line_warehouse_id_fkey;
