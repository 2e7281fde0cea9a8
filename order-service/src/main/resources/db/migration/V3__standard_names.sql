-- One name for one thing: an order has the id of its journey, and its number is orderNumber everywhere.
alter table customer_order rename column id to journey_id;
alter table customer_order rename column number to order_number;
alter table customer_order rename column offer_ready_by to offer_due_at;
alter table order_line rename column order_id to journey_id;
alter table order_line rename column place to line_number;
