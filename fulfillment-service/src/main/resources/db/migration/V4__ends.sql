-- A journey ends before the hand-over too, a bank refuses, and a customer may ask for a longer storage time, once.
alter table pickup add column credit_refused boolean not null default false;
alter table pickup add column extended_readiness int not null default 0;
alter table pickup add column journey_end text;

-- The credit desk's events may come before the order itself.
create table buffered_credit_refusal (order_id uuid primary key);

-- Goods of an ended journey are free: its lines stay for the record, and wait for nothing.
alter table reservation_line add column released boolean not null default false;
drop index reservation_line_waiting;
create index reservation_line_waiting on reservation_line (pickup_point, sku, place)
    where on_shelf < quantity and not released;
